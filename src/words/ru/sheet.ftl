# Нижняя строка: откуда взяты числа.
sheet-certain = неопределённых величин нет: все сценарии одинаковы
sheet-point-run = точечный расчёт: все величины по медиане, без интервалов
sheet-drawn = { $n ->
    [one] { $draws } симуляция, seed { $seed }
    [few] { $draws } симуляции, seed { $seed }
   *[other] { $draws } симуляций, seed { $seed }
}
sheet-drawn-excluded = { $n ->
    [one] { $draws } симуляция, seed { $seed }, без результата исключено: { $excluded }
    [few] { $draws } симуляции, seed { $seed }, без результата исключено: { $excluded }
   *[other] { $draws } симуляций, seed { $seed }, без результата исключено: { $excluded }
}
sheet-plan-starts = начало плана: { $date }
