# Нижняя строка: откуда взяты числа.
lab-drawn = { $n ->
    [one] { $worlds } скрытый мир, seed { $seed }
    [few] { $worlds } скрытых мира, seed { $seed }
   *[other] { $worlds } скрытых миров, seed { $seed }
}
lab-drawn-world = скрытый мир { $world } из { $worlds }, seed { $seed }
lab-drawn-one-world = скрытый мир { $world }, seed { $seed }
lab-one-world = Мир один: полосы нет.
lab-medians = Значения — медианы по мирам.
lab-later-elsewhere = То, что придёт после этого срока, учтено на графиках заявленного и отставания от оракула.
lab-later-too = Учтено и то, что придёт после срока плана ({ $horizon }).

# Стратегии, которые наравне: подлежащее предложения.
lab-level-two = «{ $first }» и «{ $second }»
lab-level-three = «{ $first }», «{ $second }» и «{ $third }»
lab-level-many = { $n ->
    [one] { $count } стратегия
    [few] { $count } стратегии
   *[other] { $count } стратегий
}

# Цель с начала плана, по стратегиям.
lab-profit-subtitle = { $n ->
    [one] { $objective } с начала плана: разница с «ничего не менять» в том же мире, { $unit }; { $cycles } цикл ({ $horizon }).
    [few] { $objective } с начала плана: разница с «ничего не менять» в том же мире, { $unit }; { $cycles } цикла ({ $horizon }).
   *[other] { $objective } с начала плана: разница с «ничего не менять» в том же мире, { $unit }; { $cycles } циклов ({ $horizon }).
}
lab-profit-title = { $when ->
    [end] К { $until } лучше всех — «{ $strategy }»: { $gain } к «ничего не менять»; у оракула, знающего правду, { $oracle }
   *[open] Лучше всех — «{ $strategy }»: { $gain } к «ничего не менять»; у оракула, знающего правду, { $oracle }
}
lab-profit-title-level = К { $until } наравне { $strategies }: { $gain } к «ничего не менять»; у оракула, знающего правду, { $oracle }
lab-profit-title-none = Ни одна стратегия не лучше, чем «ничего не менять»; у оракула, знающего правду, { $oracle }
lab-profit-title-oracle = У оракула, знающего правду, { $oracle } к «ничего не менять»
lab-key-band = { $strategy }: 8 миров из 10

# Один мир, в котором играли все стратегии.
lab-world-subtitle = { $n ->
    [one] { $objective } с начала плана: разница с «ничего не менять», { $unit }; { $cycles } цикл ({ $horizon }); у названий — весь итог.
    [few] { $objective } с начала плана: разница с «ничего не менять», { $unit }; { $cycles } цикла ({ $horizon }); у названий — весь итог.
   *[other] { $objective } с начала плана: разница с «ничего не менять», { $unit }; { $cycles } циклов ({ $horizon }); у названий — весь итог.
}
lab-world-amount = { $amount } ({ $change })
lab-world-title = { $oracle ->
    [beaten] В мире { $world } к { $until } лучше всех, даже оракула, «{ $strategy }»: { $gain }
    [level] В мире { $world } к { $until } лучше всех «{ $strategy }», наравне с оракулом: { $gain }
    [absent] В мире { $world } к { $until } лучше всех «{ $strategy }»: { $gain }
   *[ahead] Один мир, все стратегии: в мире { $world }, не считая оракула, лучше всех «{ $strategy }», { $gain }
}
lab-world-title-level = { $oracle ->
    [beaten] В мире { $world } к { $until } наравне { $strategies }, впереди даже оракула: { $gain }
    [level] В мире { $world } к { $until } наравне друг с другом и с оракулом { $strategies }: { $gain }
    [absent] В мире { $world } к { $until } наравне { $strategies }: { $gain }
   *[ahead] В мире { $world } к { $until }, не считая оракула, лучше всех и наравне { $strategies }: { $gain }
}
lab-world-title-none = { $oracle ->
    [beaten] Один мир, все стратегии: в мире { $world } ничто не лучше, чем «ничего не менять»
   *[ahead] Один мир, все стратегии: в мире { $world }, не считая оракула, ничто не лучше, чем «ничего не менять»
}
lab-world-title-first = { $place ->
    [1] В мире { $world } вы лучше всех, даже оракула: { $gap } впереди стратегии «{ $strategy }»
   *[other] В мире { $world } вы лучше всех, кроме оракула: { $gap } впереди стратегии «{ $strategy }»
}
lab-world-title-learner = В мире { $world } у вас место { $place } из { $all }: { $gap } позади стратегии «{ $strategy }»
lab-world-title-learner-level = В мире { $world } вы наравне со стратегией «{ $strategy }»

# Отставание от оракула.
lab-regret-subtitle = { $objective }: отставание каждой стратегии от оракула, знающего правду, в том же мире, { $unit }. Лучший итог — среди всех остальных.
lab-regret-title = Ближе всех к оракулу «{ $strategy }»: отставание { $regret } по медиане, лучший итог среди остальных в { $share } миров
lab-regret-title-one = Ближе всех к оракулу в этом мире «{ $strategy }»: отставание { $regret }
lab-regret-title-level = «{ $strategy }»: итог не хуже, чем у оракула
lab-regret-title-none-behind = { $strategies }: итог не хуже, чем у оракула
lab-regret-title-both = { $worlds ->
    [one] Ближе всех к оракулу в этом мире, наравне, { $strategies }: отставание не больше { $regret }
   *[many] Ближе всех к оракулу, наравне, { $strategies }: отставание не больше { $regret } по медиане
}
lab-regret-zoom = { $n ->
    [one] верхние строки: масштаб крупнее в { $times } раз
    [few] верхние строки: масштаб крупнее в { $times } раза
   *[other] верхние строки: масштаб крупнее в { $times } раз
}
lab-regret-behind = отставание
lab-regret-best = лучший итог
lab-key-half = половина миров
lab-key-nine = 9 из 10

# Заявлено и на самом деле.
lab-claims-subtitle = { $objective }: прирост, о котором стратегия отчиталась бы, и настоящий прирост её плана к «ничего не менять», без везения, { $unit }.
lab-claims-title = Больше всех обманывает себя «{ $strategy }»: заявлено { $claimed }, на деле { $truth }
lab-claims-title-none = Ни одна стратегия не заявляет больше, чем даёт на деле
lab-key-claimed = заявлено
lab-key-true = на деле
lab-key-eight = 8 миров из 10

# Контрольные карты.
lab-control-subtitle = { $period ->
    [day] Измерения в мире { $world } день за днём. Границы: среднее ± 2,66 среднего скользящего размаха дней на сером фоне.
    [month] Измерения в мире { $world } месяц за месяцем. Границы: среднее ± 2,66 среднего скользящего размаха месяцев на сером фоне.
    [quarter] Измерения в мире { $world } квартал за кварталом. Границы: среднее ± 2,66 среднего скользящего размаха кварталов на сером фоне.
   *[week] Измерения в мире { $world } неделя за неделей. Границы: среднее ± 2,66 среднего скользящего размаха недель на сером фоне.
}
lab-control-title = { $who ->
    [learner] { $n ->
        [one] Вы изменили план { $changes } раз; сигнал на { $signals } из { $charts } контрольных карт
        [few] Вы изменили план { $changes } раза; сигнал на { $signals } из { $charts } контрольных карт
       *[other] Вы изменили план { $changes } раз; сигнал на { $signals } из { $charts } контрольных карт
    }
   *[strategy] { $n ->
        [one] «{ $strategy }»: { $changes } изменение плана; сигнал на { $signals } из { $charts } контрольных карт
        [few] «{ $strategy }»: { $changes } изменения плана; сигнал на { $signals } из { $charts } контрольных карт
       *[other] «{ $strategy }»: { $changes } изменений плана; сигнал на { $signals } из { $charts } контрольных карт
    }
}
lab-control-title-quiet = { $who ->
    [learner] { $n ->
        [one] Вы изменили план { $changes } раз, и ни на одной контрольной карте нет сигнала
        [few] Вы изменили план { $changes } раза, и ни на одной контрольной карте нет сигнала
       *[other] Вы изменили план { $changes } раз, и ни на одной контрольной карте нет сигнала
    }
   *[strategy] { $n ->
        [one] «{ $strategy }»: { $changes } изменение плана, и ни на одной контрольной карте нет сигнала
        [few] «{ $strategy }»: { $changes } изменения плана, и ни на одной контрольной карте нет сигнала
       *[other] «{ $strategy }»: { $changes } изменений плана, и ни на одной контрольной карте нет сигнала
    }
}
lab-control-title-alarm = Ничего не меняли, но на { $signals } из { $charts } контрольных карт есть сигнал
lab-control-title-still = Ничего не меняли, и ни на одной контрольной карте нет сигнала
lab-control-signals = { $n ->
    [one] { $count } сигнал
    [few] { $count } сигнала
   *[other] { $count } сигналов
}
lab-control-none = сигнала нет: колебания в пределах шума
lab-control-few = для границ мало точек
lab-control-constant = всё время одно значение
lab-control-nothing = ничего не измерено
lab-rule-outside = вне границ
lab-key-run = много подряд
lab-rule-eight = 8 с одной стороны
lab-rule-three = 3 из 4 дальше половины
lab-key-base = точки для границ
lab-key-limits = границы
lab-key-change = план меняется
lab-watched-visits = Визиты без сезонности
lab-watched-act = Действие: лиды на визит
lab-watched-convert = Конверсия: клиенты на лид
lab-watched-retention = Вовлечение: удержано клиентов
lab-watched-repeat = Вовлечение: повторные заказы
lab-watched-roi = ROI по всей валовой прибыли

# Расходы по циклам.
lab-moves-subtitle = Измеренные расходы { $per } в каждом цикле мира { $world }, { $currency }, по каналам. ▼ — цикл, который начинается с изменения.
lab-moves-actions = Под циклами — начатые мероприятия.
lab-moves-action = { $cycle }: { $action }
lab-moves-more = { $n ->
    [one] и ещё { $count }
    [few] и ещё { $count }
   *[other] и ещё { $count }
}
lab-moves-title = { $who ->
    [learner] Вы меняете план в { $changes } из { $cycles } циклов
   *[strategy] «{ $strategy }»: план меняется в { $changes } из { $cycles } циклов
}
lab-moves-title-none = { $who ->
    [learner] Вы оставляете план как есть
   *[strategy] «{ $strategy }»: план остаётся как есть
}
