# Допущения и их источники.
assumptions-what = Все введённые значения с их ключами в файле исходных данных. Интервал показывает, насколько значение неопределённо; медиана делит сценарии пополам.
assumptions-without = { $n ->
    [one] У { $count } значения не указан источник.
    [few] У { $count } значений не указан источник.
   *[other] У { $count } значений не указан источник.
}
assumptions-caption = Допущения
assumptions-key = Ключ
assumptions-value = Медиана
assumptions-range = Интервал
assumptions-source = Источник
assumptions-ninety = { $range } (9 из 10)
assumptions-eighty = { $range } (8 из 10)
assumptions-all = { $range } (всегда)
assumptions-series = { $n ->
    [one] список из { $count } значения
    [few] список из { $count } значений
   *[other] список из { $count } значений
}
assumptions-default = значение программы по умолчанию
assumptions-set = изменено для этого отчёта
assumptions-number = №
assumptions-sources = Источники
reconciliation-observed = Ваши данные
reconciliation-modelled = Модель
reconciliation-caption = Обычный период сегодня: ваши данные рядом с данными модели
