# Перераспределение: что показано, столбцы и строки.
reallocation-subtitle = Расходы, { $unit } (горизонт: { $horizon }): контур и первое число — текущий план, заливка и второе число — предложение; по величине изменения.
reallocation-today = сейчас
reallocation-proposal = предложение
reallocation-change = изменение
reallocation-new = новое
reallocation-total = Итого
reallocation-actions = Мероприятия
reallocation-others = { $n ->
    [one] ещё { $count }
    [few] ещё { $count }
   *[other] ещё { $count }
}

# Почему расходы строки именно такие.
reallocation-action = мероприятие
reallocation-beyond = вне наблюдений
reallocation-min = на минимуме
reallocation-max = на максимуме
reallocation-min-total = на общем минимуме
reallocation-max-total = на общем максимуме
reallocation-locked = закреплено
reallocation-committed = уже обещано
reallocation-step = на шаг дальше
reallocation-ramp = предел темпа
reallocation-burst = минимум запуска

# Заголовки.
reallocation-title-same = Предложение не меняет расходы ни одного канала
reallocation-title-moves-much = Предложение перераспределяет { $amount } ({ $share } расходов)
reallocation-title-moves = Предложение перераспределяет { $amount } ({ $share } расходов), прежде всего из «{ $from }» в «{ $into }»
reallocation-title-moves-gains = { $objective ->
    [long-term] Предложение перераспределяет { $amount } ({ $share } расходов), прежде всего из «{ $from }» в «{ $into }», и даёт на { $gain } больше долгосрочной прибыли
    [npv] Предложение перераспределяет { $amount } ({ $share } расходов), прежде всего из «{ $from }» в «{ $into }», и даёт на { $gain } больше NPV
    [revenue] Предложение перераспределяет { $amount } ({ $share } расходов), прежде всего из «{ $from }» в «{ $into }», и даёт на { $gain } больше выручки
    [customers] Предложение перераспределяет { $amount } ({ $share } расходов), прежде всего из «{ $from }» в «{ $into }», и даёт на { $gain } больше клиентов
   *[profit] Предложение перераспределяет { $amount } ({ $share } расходов), прежде всего из «{ $from }» в «{ $into }», и даёт на { $gain } больше прибыли
}
reallocation-title-spends = Предложение тратит на { $amount } { $direction ->
    [more] больше
   *[less] меньше
}, чем текущий план
reallocation-title-spends-gains = Предложение тратит на { $amount } { $direction ->
    [more] больше
   *[less] меньше
}, чем текущий план, и даёт на { $gain } больше { $objective ->
    [long-term] долгосрочной прибыли
    [npv] NPV
    [revenue] выручки
    [customers] клиентов
   *[profit] прибыли
}
