# Times.
period-days = { $n ->
    [one] { $count } day
   *[other] { $count } days
}
period-weeks = { $n ->
    [one] { $count } week
   *[other] { $count } weeks
}
period-months = { $n ->
    [one] { $count } month
   *[other] { $count } months
}
period-quarters = { $n ->
    [one] { $count } quarter
   *[other] { $count } quarters
}
nth-day = day { $number }
nth-week = week { $number }
nth-month = month { $number }
nth-quarter = quarter { $number }
