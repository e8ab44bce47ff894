# Что что-либо приносит.
gain = { $objective ->
    [npv] { $way ->
        [less] на { $amount } меньше NPV
       *[more] на { $amount } больше NPV
    }
    [long-term] { $way ->
        [less] на { $amount } меньше долгосрочной прибыли
       *[more] на { $amount } больше долгосрочной прибыли
    }
    [revenue] { $way ->
        [less] на { $amount } меньше выручки
       *[more] на { $amount } больше выручки
    }
    [customers] { $way ->
        [less] клиентов на { $amount } меньше
       *[more] клиентов на { $amount } больше
    }
   *[profit] { $way ->
        [less] на { $amount } меньше прибыли
       *[more] на { $amount } больше прибыли
    }
}

# Время, которое учитывает цель.
over-the-horizon = { $counted ->
    [residual] (NPV за { $span } + остаток после них)
   *[horizon] за { $span }
}

weakest-subtitle = Что добавил бы каждый этап: { $objective } { $followed }, { $unit }. Модель пересчитана с целевым показателем этапа, а без цели — с лучшим известным рычагом за вычетом его стоимости.
weakest-medians = Столбцы и показатели — медианы.
weakest-title-none = Ни у одного этапа нет цели или известного рычага, поэтому самый слабый назвать нельзя
weakest-title-plain = { $stage } — самый слабый этап
weakest-title-nothing = { $objective ->
    [npv] Ни один этап не принёс бы больше NPV ни при цели, ни с лучшим известным рычагом
    [long-term] Ни один этап не принёс бы больше долгосрочной прибыли ни при цели, ни с лучшим известным рычагом
    [revenue] Ни один этап не принёс бы больше выручки ни при цели, ни с лучшим известным рычагом
    [customers] Ни один этап не принёс бы больше клиентов ни при цели, ни с лучшим известным рычагом
   *[profit] Ни один этап не принёс бы больше прибыли ни при цели, ни с лучшим известным рычагом
}
weakest-title-target = { $stage } — самый слабый этап: выйдя на цель, он принёс бы { $gain }
weakest-title-lever = { $stage } — самый слабый этап: его лучший известный рычаг принёс бы { $gain }
weakest-title-target-likely = { $stage } — самый слабый этап { $likely }: выйдя на цель, он принёс бы { $gain }
weakest-title-lever-likely = { $stage } — самый слабый этап { $likely }: его лучший известный рычаг принёс бы { $gain }

# Строки.
weakest-name = { $stage } (самый слабый)
weakest-likely = слабее всех { $likely }
weakest-unranked = вне ранжира: нет ни цели, ни рычага
weakest-certain = точно: { $value }
weakest-key-rate = показатель, медиана
weakest-key-target = цель
weakest-reach-target = визиты { $now } → цель { $target } { $per }
weakest-reach = визиты: { $now } { $per }, цели нет
weakest-rate-target = { $stage ->
    [act] из визита в лид { $now } → цель { $target }
    [convert] из лида в клиента { $now } → цель { $target }
   *[engage] удержание { $now } → цель { $target }
}
weakest-rate = { $stage ->
    [act] из визита в лид { $now }, цели нет
    [convert] из лида в клиента { $now }, цели нет
   *[engage] удержание { $now }, цели нет
}
weakest-lever-action = лучший рычаг: мера «{ $name }»
weakest-lever-channel = лучший рычаг: ещё 1 % через { $name }
weakest-lever-known = лучший известный рычаг: { $name }

# Почему он самый слабый.
weakest-gap-reach = Визитов { $per } — { $now }, цель — { $target }.
weakest-gap-act = { $whose ->
    [organic] Лидами становятся { $now } органических визитов, цель — { $target }.
   *[all] Лидами становятся { $now } визитов, цель — { $target }.
}
weakest-gap-convert = { $whose ->
    [organic] Клиентами становятся { $now } органических лидов, цель — { $target }.
   *[all] Клиентами становятся { $now } лидов, цель — { $target }.
}
weakest-gap-engage = { $period ->
    [day] Ещё на день остаются { $now } клиентов, цель — { $target }.
    [month] Ещё на месяц остаются { $now } клиентов, цель — { $target }.
    [quarter] Ещё на квартал остаются { $now } клиентов, цель — { $target }.
   *[week] Ещё на неделю остаются { $now } клиентов, цель — { $target }.
}
weakest-gap-repeat = Заказов на удержанного клиента { $per } — { $now }, цель — { $target }.
weakest-at-target = { $stage }: цель достигнута.
weakest-why-lever = { $gains ->
    [yes] { $stage }: цели нет, поэтому место определяет лучший известный рычаг.
   *[no] { $stage }: цели нет, и ни один известный рычаг ничего не добавляет.
}
weakest-why-out-of-reach = Увеличением того, что работает сейчас, цели не достичь.
weakest-why-order-value = Она повышает ценность заказа.
weakest-why-capacity = Она увеличивает пропускную способность.
weakest-why-referral = Она приводит больше рекомендаций.
weakest-way-up = { $kind ->
    [action] Лучший известный путь — мера «{ $name }» за { $cost }: чистыми она приносит { $gain }.
   *[channel] Лучший известный путь — ещё { $cost } на { $name }: чистыми это приносит { $gain }.
}
weakest-way-down = { $kind ->
    [action] Даже лучший известный путь, мера «{ $name }» за { $cost }, чистыми приносит { $gain }.
   *[channel] Даже лучший известный путь, ещё { $cost } на { $name }, чистыми приносит { $gain }.
}
weakest-capacity-convert = Пропускная способность исчерпана { $bound } времени; прибавка в 1 % приносит { $gain }.
weakest-capacity-visits = Пропускная способность исчерпана { $bound } времени, и ещё 1 % визитов приносит лишь { $gain }.
weakest-capacity-no-demand = Дополнительный спрос ничего не даёт, пока исчерпана пропускная способность этапа «{ $stage }».
