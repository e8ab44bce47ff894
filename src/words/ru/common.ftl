# Время.
period-days = { $n ->
    [one] { $count } день
    [few] { $count } дня
   *[other] { $count } дней
}
period-weeks = { $n ->
    [one] { $count } неделя
    [few] { $count } недели
   *[other] { $count } недель
}
period-months = { $n ->
    [one] { $count } месяц
    [few] { $count } месяца
   *[other] { $count } месяцев
}
period-quarters = { $n ->
    [one] { $count } квартал
    [few] { $count } квартала
   *[other] { $count } кварталов
}
nth-day = день { $number }
nth-week = неделя { $number }
nth-month = месяц { $number }
nth-quarter = квартал { $number }
