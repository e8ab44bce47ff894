funnel-subtitle = { $plans ->
    [two] Люди и заказы, количество за { $span }; текущий план — контур, предложение — заливка.
   *[one] Люди и заказы, количество за { $span }.
}
funnel-whiskers = Столбцы — медианы, усы — 8 сценариев из 10.
funnel-ticks = Вертикальная метка: текущий план с целевым показателем.
funnel-broken = Столбец визитов укорочен (знак //), остальные в масштабе.
funnel-logarithmic = Логарифмическая шкала: каждая линия в десять раз больше предыдущей, длины не пропорциональны.
funnel-title-proposal = С предложением новых клиентов { $proposal } вместо { $today }
funnel-title = Визиты: { $visits }, новые клиенты: { $customers }, повторные заказы: { $orders }

# Шаги и как каждый следует из предыдущего.
funnel-visits = Визиты
funnel-leads = Лиды
funnel-customers = Клиенты
funnel-customers-note = новые
funnel-active = Активные клиенты
funnel-active-note = на конец срока
funnel-repeat = Повторные заказы
funnel-act = { $rate } визитов становятся лидами
funnel-convert = { $rate } обработанных лидов покупают
funnel-kept = { $period ->
    [day] { $rate } остаются на следующий день
    [month] { $rate } остаются на следующий месяц
    [quarter] { $rate } остаются на следующий квартал
   *[week] { $rate } остаются на следующую неделю
}
funnel-repeat-rate = { $period ->
    [day] { $orders } заказа в день на удержанного клиента
    [month] { $orders } заказа в месяц на удержанного клиента
    [quarter] { $orders } заказа в квартал на удержанного клиента
   *[week] { $orders } заказа в неделю на удержанного клиента
}
funnel-target = цель { $target }
funnel-target-visits = цель { $target } { $per }
funnel-target-organic-visits = органика { $now }, цель { $target }
funnel-target-organic-leads = органика { $now }, цель { $target }
funnel-count-today = { $count } сейчас
funnel-count-proposal = { $count } предложение

# Что на кону у каждого этапа.
funnel-at-stake = Потенциал по этапам
funnel-weakest = { $stage }: слабее всех
funnel-by-target = если цель достигнута
funnel-by-lever = лучшим рычагом
funnel-unranked = нет цели и рычага
