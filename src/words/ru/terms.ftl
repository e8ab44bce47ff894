# Этапы воронки.
stage-reach = Охват
stage-act = Действие
stage-convert = Конверсия
stage-engage = Вовлечение

# Цель плана. Форма “of” — родительный падеж.
objective-profit = { $form ->
    [title] Прибыль
    [of] прибыли
   *[plain] прибыль
}
objective-npv = NPV{ $form ->
   *[plain] {""}
}
objective-long-term-profit = { $form ->
    [title] Долгосрочная прибыль
    [of] долгосрочной прибыли
   *[plain] долгосрочная прибыль
}
objective-revenue = { $form ->
    [title] Выручка
    [of] выручки
   *[plain] выручка
}
objective-customers = { $form ->
    [title] Клиенты
    [of] клиентов
   *[plain] клиенты
}

# Планы, как подписи.
today-plan = Текущий план
proposal = Предложение
plan = План

# Продолжительность, после «за».
span-days = { $n ->
    [one] { $count } день
    [few] { $count } дня
   *[other] { $count } дней
}
span-weeks = { $n ->
    [one] { $count } неделю
    [few] { $count } недели
   *[other] { $count } недель
}
span-months = { $n ->
    [one] { $count } месяц
    [few] { $count } месяца
   *[other] { $count } месяцев
}
span-quarters = { $n ->
    [one] { $count } квартал
    [few] { $count } квартала
   *[other] { $count } кварталов
}

# Когда.
during-day = на { $number }-й день
during-week = на { $number }-й неделе
during-month = в { $number }-м месяце
during-quarter = в { $number }-м квартале

# До какого времени, после «к».
until-day = концу { $number }-го дня
until-week = концу { $number }-й недели
until-month = концу { $number }-го месяца
until-quarter = концу { $number }-го квартала

# Как часто.
per-day = в день
per-week = в неделю
per-month = в месяц
per-quarter = в квартал

# В чём считают клиентов.
unit-customers = новые клиенты
