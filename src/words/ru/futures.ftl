# Легенда над графиком с полосами.
futures-key-median = медиана
futures-key-five = 5 сценариев из 10
futures-key-eight = 8 из 10
futures-key-nine = 9 из 10
futures-key-today = текущий план, медиана

# Интервал, в который попадают восемь сценариев из десяти.
eight-in-ten = 8 из 10: от { $from } до { $to }
eight-in-ten-at = 8 из 10: { $value }

# Насколько это вероятно, в конце предложения.
in-futures-every = во всех сценариях
in-futures-none = ни в одном сценарии
in-futures-over = более чем в 99 сценариях из 100
in-futures-under = менее чем в 1 сценарии из 100
in-futures-some = { $n ->
    [one] в { $count } сценарии из 100
   *[other] в { $count } сценариях из 100
}

# То же в подписи.
in-hundred-every = во всех сценариях
in-hundred-none = ни в одном сценарии
in-hundred-over = более чем в 99 из 100
in-hundred-under = менее чем в 1 из 100
in-hundred-some = в { $count } из 100
