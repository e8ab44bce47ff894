# План по каналам и кварталам.
plan-caption = Расходы по предложению ({ $currency }) по каналам и календарным кварталам; период относится к кварталу, в котором начинается
plan-caption-years = Расходы по предложению ({ $currency }) по каналам и годам; период относится к году, в котором начинается
plan-caption-total = Расходы по предложению ({ $currency }) по каналам за весь горизонт
plan-channel = Канал
plan-total = Предложение
plan-today = Сейчас
plan-change = Изменение
plan-sum = Итого
plan-actions-row = Меры
plan-actions = Меры
plan-action-new = Новая: { $name }
plan-action-stays = Как запланировано: { $name }
plan-action-dropped = Исключена: { $name }
