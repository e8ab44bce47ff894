# График waterfall.
waterfall-title-gain = Все изменения вместе добавляют { $objective ->
    [long-term] { $total } долгосрочной прибыли
    [npv] { $total } NPV
    [revenue] { $total } выручки
    [customers] новых клиентов: { $total }
   *[profit] { $total } прибыли
}; в{"\u00A0"}одиночку больше всего даёт «{ $name }»: { $best }
waterfall-title-together = Все изменения вместе добавляют { $objective ->
    [long-term] { $total } долгосрочной прибыли
    [npv] { $total } NPV
    [revenue] { $total } выручки
    [customers] новых клиентов: { $total }
   *[profit] { $total } прибыли
}, хотя по отдельности ни одно не выгодно
waterfall-title-loss = Ради ограничений и бюджета план теряет { $objective ->
    [long-term] { $total } долгосрочной прибыли
    [npv] { $total } NPV
    [revenue] { $total } выручки
    [customers] часть новых клиентов: { $total }
   *[profit] { $total } прибыли
}
waterfall-title-none = { $objective ->
    [long-term] Изменения не влияют на долгосрочную прибыль
    [npv] Изменения не влияют на NPV
    [revenue] Изменения не влияют на выручку
    [customers] Изменения не влияют на число клиентов
   *[profit] Изменения не влияют на прибыль
}
waterfall-subtitle = { $objective ->
    [long-term] Долгосрочная прибыль, { $unit }
    [npv] NPV, { $unit }
    [revenue] Выручка, { $unit }
    [customers] Новые клиенты
   *[profit] Прибыль, { $unit }
}: что даёт каждое изменение, если в текущем плане сделать только его, начиная с лучшего; затем — что изменения дают лишь вместе.
waterfall-spend = изменение расходов
waterfall-start = Текущий план
waterfall-end = Предложение
waterfall-interaction = Взаимное влияние
waterfall-channels = { $n ->
    [one] { $count } меньший канал
    [few] { $count } меньших канала вместе
   *[other] { $count } меньших каналов вместе
}
waterfall-others = { $n ->
    [one] { $count } меньшее изменение
    [few] { $count } меньших изменения
   *[other] { $count } меньших изменений
}
waterfall-reached = { $amount } ({ $change })
