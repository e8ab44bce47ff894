# Перераспределение: что показано, столбцы и строки.
reallocation-subtitle = Расходы, { $unit } (горизонт: { $horizon }): контур и первое число — текущий план, заливка и второе число — предложение.
reallocation-today = сейчас
reallocation-proposal = предложение
reallocation-change = изменение
reallocation-new = новое
reallocation-total = Итого
reallocation-actions = Мероприятия
reallocation-others = ещё { $count }

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
reallocation-title-moves-much = Предложение переносит { $amount } ({ $share } расходов)
reallocation-title-moves = Предложение переносит { $amount } ({ $share } расходов), в основном из «{ $from }» в «{ $into }»
reallocation-title-moves-gains = { $objective ->
    [long-term] Предложение переносит { $amount } ({ $share } расходов), в основном из «{ $from }» в «{ $into }»: +{ $gain } долгосрочной прибыли
    [npv] Предложение переносит { $amount } ({ $share } расходов), в основном из «{ $from }» в «{ $into }»: +{ $gain } NPV
    [revenue] Предложение переносит { $amount } ({ $share } расходов), в основном из «{ $from }» в «{ $into }»: +{ $gain } выручки
    [customers] Предложение переносит { $amount } ({ $share } расходов), в основном из «{ $from }» в «{ $into }»: +{ $gain } клиентов
   *[profit] Предложение переносит { $amount } ({ $share } расходов), в основном из «{ $from }» в «{ $into }»: +{ $gain } прибыли
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
