# Торнадо: что показано, предложение за предложением.
tornado-subtitle = { $objective ->
    [long-term] Долгосрочная прибыль текущего плана (NPV с остатком, горизонт: { $horizon })
    [npv] NPV текущего плана (горизонт: { $horizon })
    [revenue] Выручка текущего плана (горизонт: { $horizon })
    [customers] Число клиентов текущего плана (горизонт: { $horizon })
   *[profit] Прибыль текущего плана (горизонт: { $horizon })
}: каждая величина на 10-м процентиле (бледное) и на 90-м (яркое), остальные по медиане; её значения — у концов полос.
tornado-marks = ◆: где другой план становится лучше.
tornado-source = каждая величина отдельно, от 10-го до 90-го процентиля

# Подписи.
tornado-medians = все по медиане: { $amount }
tornado-below = ◆ ниже { $value }
tornado-above = ◆ выше { $value }
tornado-endless = больше любого числа
tornado-more = и ещё { $count }
tornado-each = каждая меняет результат до { $bound }
tornado-customers = { $n ->
    [one] { $count } клиент
    [few] { $count } клиента
   *[other] { $count } клиентов
}

# Заголовки.
tornado-title = { $objective ->
    [long-term] Долгосрочная прибыль сильнее всего зависит от величины
    [npv] NPV сильнее всего зависит от величины
    [revenue] Выручка сильнее всего зависит от величины
    [customers] Число клиентов сильнее всего зависит от величины
   *[profit] Прибыль сильнее всего зависит от величины
} «{ $quantity }»: размах { $swing }{ $choice ->
    [none] ; ни одна не меняет выбор плана
    [one] ; одна из величин может изменить выбор плана
    [some] ; выбор плана может изменить каждая из { $count }
   *[unknown] {""}
}
tornado-title-none = { $objective ->
    [long-term] Ни одна неопределённая величина сама по себе не меняет долгосрочную прибыль текущего плана
    [npv] Ни одна неопределённая величина сама по себе не меняет NPV текущего плана
    [revenue] Ни одна неопределённая величина сама по себе не меняет выручку текущего плана
    [customers] Ни одна неопределённая величина сама по себе не меняет число клиентов текущего плана
   *[profit] Ни одна неопределённая величина сама по себе не меняет прибыль текущего плана
}

# Величины сценария, как их читают люди; то, что относится к каналу или мероприятию, стоит после его имени.
quantity-organic = органические визиты
quantity-audience = аудитория
quantity-act-rate = конверсия визитов в лиды
quantity-convert-rate = конверсия лидов в клиентов
quantity-capacity = лидов можно обработать
quantity-backlog-loss = потеря ждущих лидов
quantity-retention = удержание клиентов
quantity-retention-shape = кривая удержания, { $letter }
quantity-customers = активные клиенты в начале
quantity-repeat-rate = частота повторных заказов
quantity-referral = визиты по рекомендации клиента
quantity-order-value = средний чек
quantity-repeat-value = средний чек повторного заказа
quantity-margin = валовая маржа
quantity-fixed-cost = постоянные расходы
quantity-discount-rate = ставка дисконтирования
quantity-boost-organic = { $of }: усиление органики
quantity-boost = { $of }: усиление канала { $target }
quantity-act-quality = { $of }: качество визитов
quantity-convert-quality = { $of }: качество лидов
quantity-visits = { $of }: потолок визитов
quantity-visits-today = { $of }: визиты сегодня
quantity-visit-cost = { $of }: цена визита
quantity-decay = { $of }: накопленный эффект
quantity-half-life = { $of }: полураспад эффекта
quantity-carryover-shape = { $of }: форма накопления эффекта
quantity-carryover-scale = { $of }: длительность эффекта
quantity-lift = { $of }: прирост { $effect ->
    [act] конверсии в лиды
    [convert] конверсии в клиентов
    [retention] удержания
   *[repeat] повторных заказов
}
quantity-half-spend = { $of }: полунасыщение, { $effect ->
    [act] визиты в лиды
    [convert] лиды в клиентов
    [retention] удержание
    [repeat] повторные заказы
   *[reach] визиты
}
quantity-slope = { $of }: крутизна кривой, { $effect ->
    [act] визиты в лиды
    [convert] лиды в клиентов
    [retention] удержание
    [repeat] повторные заказы
   *[reach] визиты
}
quantity-action-lift = { $of }: эффект
quantity-action-cost = { $of }: стоимость
quantity-running-cost = { $of }: текущие расходы
