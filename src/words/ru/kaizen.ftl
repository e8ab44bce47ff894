kaizen-promise = Прирост обещан моделью, но ещё не измерен
kaizen-subtitle = { $objective } { $followed }, { $unit }, после каждого цикла «анализ → шаг → оценка»; внизу — самый слабый этап, найденный в цикле.
kaizen-axis = Ось начинается с { $start }.

# Что остановило кайдзен.
kaizen-stopped-cycles = Остановка: достигнут предел циклов ({ $cycles }).
kaizen-stopped-size = Остановка: план так велик, что новые циклы заняли бы минуты.
kaizen-stopped-limits = Остановка: ни один шаг не соблюдает лимиты и бюджет.
kaizen-stopped-tolerance = { $counted ->
    [customers] Остановка: ни один шаг до { $step } на канал не даёт больше допуска (клиенты: { $least }).
   *[money] Остановка: ни один шаг до { $step } на канал не даёт больше допуска в { $least }.
}
kaizen-stopped-nothing = Остановка: ни один шаг до { $step } на канал ничего не даёт.

kaizen-title-nothing = Кайдзен не находит ничего, что дало бы прирост
kaizen-title = { $n ->
    [1] Один цикл обещает { $gain }
    [one] { $cycles } цикл обещает { $gain }
    [few] { $cycles } цикла обещают { $gain }
   *[other] { $cycles } циклов обещают { $gain }
}
kaizen-title-captured = { $n ->
    [1] Один цикл обещает { $gain } — { $share } того, что обещает оптимум
    [one] { $cycles } цикл обещает { $gain } — { $share } того, что обещает оптимум
    [few] { $cycles } цикла обещают { $gain } — { $share } того, что обещает оптимум
   *[other] { $cycles } циклов обещают { $gain } — { $share } того, что обещает оптимум
}

# Подписи.
kaizen-loop = Кайдзен { $gain }
kaizen-captured = { $share } от оптимума
kaizen-optimum = Оптимум { $gain }
kaizen-within-limits = в пределах лимитов
kaizen-start = старт
kaizen-cycle = цикл { $cycle }
kaizen-no-cycle = ни один цикл не дал прироста
kaizen-weakest = самый слабый этап
kaizen-none = нет
kaizen-through = { $stage }, прирост через { $through }
