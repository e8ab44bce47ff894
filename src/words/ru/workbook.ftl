# Листы.
workbook-sheet-summary = Итоги
workbook-sheet-charts = Графики
workbook-sheet-plan = План
workbook-sheet-quarters = Кварталы
workbook-sheet-forecast-before = Прогноз текущего плана
workbook-sheet-forecast-after = Прогноз предложения
workbook-sheet-ranges-before = Диапазоны текущего плана
workbook-sheet-ranges-after = Диапазоны предложения
workbook-sheet-channels = Каналы
workbook-sheet-assumptions = Допущения
workbook-sheet-sensitivity = Чувствительность
workbook-sheet-checks = Сверка
workbook-sheet-method = Как это рассчитано

# Планы.
workbook-before = Текущий план
workbook-after = Предложение
workbook-unlimited = Без ограничений каналов
workbook-difference = Разница
workbook-relative = Разница, %
workbook-range-of = { $name }: 8 исходов из 10
workbook-from = от
workbook-eight-from = 8 из 10: от
workbook-eight-to = 8 из 10: до
workbook-middle = медиана
workbook-to = до

# Показатели.
workbook-visits = Визиты
workbook-leads = Лиды
workbook-customers = Новые клиенты
workbook-orders = Заказы
workbook-repeat-orders = Повторные заказы
workbook-active = Активные клиенты
workbook-revenue = Выручка
workbook-gross = Валовая прибыль
workbook-invest = Расходы на маркетинг
workbook-profit = Прибыль
workbook-npv = NPV
workbook-residual = Валовая прибыль после горизонта
workbook-long-term-profit = Долгосрочная прибыль
workbook-roi = ROI
workbook-roi-horizon = ROI за горизонт плана
workbook-roas = ROAS
workbook-cac = CAC
workbook-blended-cac = Общий CAC
workbook-ltv = LTV
workbook-payback = Окупаемость (периоды)
workbook-act-rate = Конверсия визита в лид
workbook-convert-rate = Конверсия лида в клиента
workbook-served = Обработанные лиды

# Как получается показатель.
workbook-made-of = Как получается
workbook-of-orders = первые заказы + повторные заказы
workbook-of-gross = выручка × маржа
workbook-of-invest = расходы на каналы + стоимость мероприятий
workbook-of-profit = валовая прибыль − расходы на маркетинг − постоянные расходы
workbook-of-npv = сумма: коэффициент дисконтирования × прибыль
workbook-of-residual = по модели: дисконтированная валовая прибыль после горизонта
workbook-of-roi = (дисконтированная дополнительная валовая прибыль, включая прибыль после горизонта − дисконтированные расходы) / дисконтированные расходы
workbook-of-roi-horizon = то же без прибыли после горизонта
workbook-of-roi-within = (дисконтированная дополнительная валовая прибыль − дисконтированные расходы) / дисконтированные расходы
workbook-of-roas = дополнительная выручка / расходы на маркетинг
workbook-of-cac = расходы на маркетинг / дополнительные новые клиенты
workbook-of-blended-cac = расходы на маркетинг / все новые клиенты
workbook-of-ltv = по модели: дисконтированная валовая прибыль от одного нового клиента
workbook-of-payback = первый период, начиная с которого накопленная прибыль не ниже 0
workbook-of-act-rate = полученные лиды / визиты
workbook-of-convert-rate = привлечённые клиенты / обработанные лиды
workbook-of-served = по модели: обработанные лиды / поступившие лиды

# Итоги.
workbook-summary-note = { $horizon } с { $date }, суммы в { $currency }. Итоги и KPI — формулы по листам прогноза; план без ограничений каналов, диапазоны и строки «по модели» — результаты расчёта.
workbook-figure = Показатель
workbook-objective = Цель: { $name }
workbook-agreement = Все формулы сходятся с моделью
workbook-chance-roi = Вероятность, что ROI выше 0
workbook-chance-payback = Вероятность окупиться за горизонт плана
workbook-chance-better = Вероятность, что предложение лучше

# Графики.
workbook-charts-title = Графики
workbook-charts-note = Построены по ячейкам других листов и меняются вместе с ними.
workbook-chart-profit = Накопленная прибыль от маркетинга
workbook-chart-roi = Накопленный ROI маркетинга
workbook-chart-funnel = Воронка за горизонт плана
workbook-chart-spend = Расходы на маркетинг по каналам

# План.
workbook-plan-title = План: кому, сколько и когда
workbook-plan-note = Расходы на каждый канал и стоимость мероприятий по периодам, { $unit }.
workbook-plan-note-cut = { $n ->
    [one] Расходы на каждый канал и стоимость мероприятий по периодам, { $unit }; последняя { $count } строка сведена в один столбец, так как места не хватает.
    [few] Расходы на каждый канал и стоимость мероприятий по периодам, { $unit }; последние { $count } строки сведены в один столбец, так как места не хватает.
   *[other] Расходы на каждый канал и стоимость мероприятий по периодам, { $unit }; последние { $count } строк сведены в один столбец, так как места не хватает.
}
workbook-total = Итого
workbook-first-day = Первый день
workbook-action = Мероприятие: { $name }
workbook-others = { $n ->
    [one] ещё { $count }
   *[other] ещё { $count }
}
workbook-quarters-title = План по календарным кварталам
workbook-quarters-note = Период относится к кварталу, в котором начинается.
workbook-quarter-of = { $quarter } кв. { $year }
workbook-day = День
workbook-week = Неделя
workbook-month = Месяц
workbook-quarter = Квартал

# Прогноз.
workbook-forecast-title = Прогноз: { $plan }
workbook-forecast-note = При медианных значениях всех допущений. От визитов до выручки — результаты модели; валовая прибыль, расходы на маркетинг и всё дальше — формулы.
workbook-group-people = Люди и заказы
workbook-group-money = Деньги
workbook-group-trace = Из чего получено (только на экране)
workbook-fixed-cost-head = Постоянные расходы
workbook-profit-so-far = Накопленная прибыль от маркетинга
workbook-roi-so-far = Накопленный ROI
workbook-customers-without = Новые клиенты без маркетинга
workbook-revenue-without = Выручка без маркетинга
workbook-gross-without = Валовая прибыль без маркетинга
workbook-discount = Коэффициент дисконта
workbook-discounted-gross = Дисконтированная дополнительная валовая прибыль
workbook-discounted-invest = Дисконтированные расходы
workbook-discounted-gross-so-far = Дисконтированная дополнительная валовая прибыль, накопленная
workbook-discounted-invest-so-far = Дисконтированные расходы, накопленные
workbook-invest-so-far = Накопленные расходы
workbook-red = Период в минусе
workbook-leads-created = Полученные лиды
workbook-customers-created = Привлечённые клиенты
workbook-handled = Обработанные лиды

# Диапазоны.
workbook-ranges-title = Диапазоны: { $plan }
workbook-ranges-note = Восемь исходов из десяти лежат между «от» и «до». Границы диапазонов нельзя складывать: каждая верна сама по себе.

# Каналы.
workbook-channels-title = Каналы: сколько стоит и что приносит каждый
workbook-channels-note = За горизонт плана. Расходы на маркетинг и разница — формулы по плану; отдача канала — результат модели. Предельный ROI: сколько вернёт следующая единица денег.
workbook-channel = Канал
workbook-media = Медиа
workbook-media-paid = платные
workbook-media-owned = собственные
workbook-media-earned = заработанные
workbook-place = Место
workbook-place-online = онлайн
workbook-place-offline = офлайн
workbook-cost-per-customer = Расходы на клиента
workbook-marginal-roi = Предельный ROI
workbook-held = Что сдерживает в предложении
workbook-held-observed = за пределами прежних расходов
workbook-held-min = на минимуме
workbook-held-max = на максимуме
workbook-held-min-total = на минимуме за период
workbook-held-max-total = на максимуме за период
workbook-held-locked = зафиксирован
workbook-held-committed = уже заказан
workbook-held-step = на пределе шага
workbook-held-ramp = на пределе скорости изменения
workbook-held-burst = на минимуме всплеска
workbook-source-organic = органика
workbook-source-referral = рекомендации

# Допущения.
workbook-assumptions-title = Допущения
workbook-assumptions-note = Синие ячейки питают формулы: измените их — итоги и KPI пересчитаются, кроме взятых из модели и зависящих от них. Остальные величины заложены в результаты модели: чтобы изменить их, нужен новый расчёт.
workbook-inputs = Исходные числа формул
workbook-margin = Маржа
workbook-fixed-cost = Постоянные расходы за период
workbook-discount-rate = Ставка дисконтирования в год
workbook-per-year = Периодов в году
workbook-residual-without = Валовая прибыль после горизонта без маркетинга
workbook-targets = Цели за горизонт плана
workbook-quantities = Величины сценария
workbook-key = Ключ в сценарии
workbook-value = Значение
workbook-low = Нижняя граница
workbook-high = Верхняя граница
workbook-unit = Единица
workbook-unit-share = доля
workbook-unit-number = число
workbook-source = Источник

# Чувствительность.
workbook-sensitivity-title = Чувствительность: от чего зависит результат
workbook-sensitivity-note = Доли дисперсии и ценность информации получены по выборке: { $draws }.
workbook-nothing-uncertain = В сценарии нет неопределённых величин.
workbook-tornado = Каждая величина в отдельности: { $name }
workbook-at-low = { $plan } при 10-м процентиле
workbook-at-high = { $plan } при 90-м процентиле
workbook-p10 = 10-й процентиль
workbook-p50 = Медиана
workbook-p90 = 90-й процентиль
workbook-swing = Размах текущего плана
workbook-gain-low = Выигрыш при 10-м процентиле
workbook-gain-high = Выигрыш при 90-м процентиле
workbook-switching = Значение, при котором выбор меняется
workbook-switching-level = Доля исходов ниже
workbook-shares = Доля дисперсии (индексы Соболя)
workbook-first-order = Текущий план: сама по себе
workbook-total-order = Текущий план: вместе с другими
workbook-gain-first-order = Выигрыш: сама по себе
workbook-gain-total-order = Выигрыш: вместе с другими
workbook-error = Стандартная ошибка
workbook-interaction = Только совместно
workbook-information = Сколько стоит знать это до выбора
workbook-worth = Стоит не более
workbook-everything = Все величины
workbook-mean-gain = Средний выигрыш предложения

# Сверка.
workbook-checks-title = Сверка: формулы книги и результаты модели
workbook-checks-note = Сходится, пока синие ячейки такие, как в сценарии.
workbook-plan-head = План
workbook-by-formula = По формуле
workbook-by-engine = По модели
workbook-rounding = Допуск на округление
workbook-check = Сверка
workbook-spend-of = Расходы: { $name }

# Как это рассчитано.
workbook-method-title = Как это рассчитано
workbook-method-note = Тот же сценарий, та же версия и то же зерно дают те же числа.
workbook-method-origin = Откуда взяты числа
workbook-method-drawn = Как получены исходы
workbook-method-searched = Как найдено предложение
workbook-scenario = Сценарий
workbook-client = Для кого
workbook-author = Автор
workbook-hash = Хеш сценария
workbook-version = Версия osa
workbook-date = Дата
workbook-horizon = Горизонт плана
workbook-draws = Число исходов
workbook-draws-none = нет: только точечный расчёт
workbook-seed = Seed
workbook-sequence = Точки
workbook-sequence-sobol = перемешанная последовательность Соболя
workbook-sequence-random = независимые случайные числа
workbook-people = Люди
workbook-people-expected = ожидаемые значения
workbook-people-whole = целые люди, случайно
workbook-dimensions = Неопределённых величин
workbook-excluded = Исходов без результата
workbook-budget = Бюджет
workbook-optimum = Цель у лучшего найденного плана
workbook-captured = Доля выигрыша, взятая предложением
workbook-status = Чем закончился поиск
workbook-status-converged = рядом нет лучшего плана: сошёлся
workbook-status-kink = лучший план там, где мощность как раз исчерпана
workbook-status-nothing-to-gain = текущий план уже лучший
workbook-status-no-progress = лучший план не найден
workbook-status-step-limit = достигнут предел шагов
workbook-starts = Согласие стартов
workbook-starts-agree = { $agreement } из { $starts }
workbook-upper-bound = Ни один план не лучше чем
workbook-gap = Разрыв до этой границы
workbook-cycles = Циклы улучшения (кайдзен)
workbook-cycle = Цикл
workbook-cycle-before = До: { $name }
workbook-cycle-after = После: { $name }
workbook-gain = Выигрыш
workbook-weakest = Самый слабый этап
workbook-stage-reach = Охват
workbook-stage-act = Действие
workbook-stage-convert = Конверсия
workbook-stage-engage = Вовлечение
workbook-taken = Принятое мероприятие
workbook-score = Оценка
