# Рамка: заголовок, разделы, вероятности, интервалы, названия показателей, подписи к графикам.
report-for-by-on = Заказчик: { $client } · Исполнитель: { $author } · { $date }
report-for-on = Заказчик: { $client } · { $date }
report-by-on = Исполнитель: { $author } · { $date }
report-logo = Логотип
report-footer-draws = { $name } · osa { $version } · исходные данные { $hash } · seed { $seed } · симуляций: { $draws }
report-footer-point = { $name } · osa { $version } · исходные данные { $hash } · точечный расчёт

section-answer = Ответ
section-money = Финансовые показатели
section-charts = Прогноз в графиках
section-weakest = Самый слабый этап и что делать
section-plan = План по каналам и кварталам
section-risks = Что может пойти не так
section-assumptions = Допущения и их источники
section-method = Как это рассчитано
section-kpis = Формулы

# Доля рассчитанных сценариев, уже с предлогом: «в 93 из 100 сценариев». Стоит после тире или двоеточия: за глаголом «ни в одном» потребовало бы «не».
chance-every = во всех рассчитанных сценариях
chance-none = ни в одном из рассчитанных сценариев
chance-over-99 = более чем в 99 из 100 сценариев
chance-under-1 = менее чем в 1 из 100 сценариев
chance-of-100 = в { $number } из 100 сценариев

range = от { $low } до { $high }
percentage-points = { $number } п. п.
quarter = { $number } кв. { $year }

measure-visits = Визиты
measure-leads = Лиды
measure-customers = Новые клиенты
measure-orders = Заказы
measure-repeat-orders = Повторные заказы
measure-revenue = Выручка
measure-gross = Валовая прибыль
measure-invest = Расходы на маркетинг
measure-profit = Прибыль
measure-npv = NPV (дисконтированная прибыль)
measure-residual = Остаток после горизонта
measure-roi = ROI
measure-roi-horizon = ROI в пределах горизонта
measure-roas = ROAS
measure-cac = CAC (стоимость нового клиента)
measure-blended-cac = CAC по всем новым клиентам
measure-ltv = LTV нового клиента
measure-payback = Срок окупаемости
measure-act-rate = Конверсия из визита в лид
measure-convert-rate = Конверсия из лида в клиента
measure-served = Доля обработанных лидов
measure-nps = NPS
measure-csi = CSI
measure-market-share = Доля рынка

caption-roi = Сколько план заработал сверх каждой потраченной денежной единицы — период за периодом; выше нулевой линии расходы окупились.
caption-profit = Сколько план заработал всего за вычетом того, во что обошёлся; самая низкая точка — средства, которые он требует, пока не окупится.
caption-funnel = Сколько людей проходит через каждый этап воронки и какая доля переходит на следующий.
caption-weakest = Что добавил бы каждый этап, выйдя на свою цель: начинать стоит с самого длинного столбца.
caption-response = Что приносит каждый канал при разных расходах: чем более пологой становится кривая, тем меньше отдача от каждой следующей денежной единицы.
caption-reallocation = Куда деньги идут сейчас и куда их направляет предложение.
caption-frontier = Что даёт лучший план при каждом бюджете: там, где кривая становится плоской, дополнительный бюджет ничего не добавляет.
caption-kaizen = Как шаг за шагом растёт результат, когда план понемногу улучшают.
caption-tornado = Каким будет результат, если лишь одно допущение окажется низким или высоким: самые длинные полосы заслуживают наибольшего внимания.
caption-sensitivity = Какие допущения создают неопределённость результата: сильнее всего её сократит измерение первого из них.
caption-what-if = Планы рядом: у каждого — свой интервал и разница с первым.

page-contents = Содержание
page-sort = Сортировать по этому столбцу
