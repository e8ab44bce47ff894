# Планы рядом: что показано, предложение за предложением.
what-if-subtitle = { $objective ->
    [long-term] Долгосрочная прибыль за вычетом значения плана «{ $base }», { $currency } (горизонт: { $horizon }).
    [npv] NPV за вычетом значения плана «{ $base }», { $currency } (горизонт: { $horizon }).
    [revenue] Выручка за вычетом значения плана «{ $base }», { $currency } (горизонт: { $horizon }).
    [customers] Новые клиенты за вычетом клиентов плана «{ $base }» (горизонт: { $horizon }).
   *[profit] Прибыль за вычетом значения плана «{ $base }», { $currency } (горизонт: { $horizon }).
}
what-if-futures = Оба плана в одних и тех же сценариях; ◆{"\u00A0"}все величины по медиане.
what-if-first = Показаны первые планы: { $shown } из { $all }.
what-if-median = медиана

# Рядом с каждым планом.
what-if-better = лучше { $chance }
what-if-never-better = ни в одном сценарии не лучше
what-if-same = во всех сценариях одинаково
what-if-range = 8 из 10: { $low } … { $high }
what-if-unclear = среднее неотличимо от 0
what-if-not-compared = не сравнивается: другая цель или валюта

# Заголовки.
what-if-title-beats = «{ $plan }» лучше, чем «{ $base }», { $chance }
what-if-title-most = Чаще всего лучше, чем «{ $base }», план «{ $plan }»: { $chance }
what-if-title-even = { $n ->
    [one] { $count } план лучше, чем «{ $base }», { $chance }
    [few] { $count } плана лучше, чем «{ $base }», { $chance }
   *[other] { $count } планов лучше, чем «{ $base }», { $chance }
}
what-if-title-seldom = «{ $plan }» лучше, чем «{ $base }», только { $chance }
what-if-title-worse = «{ $plan }» не лучше, чем «{ $base }», ни в одном сценарии
what-if-title-never = Ни один план не лучше, чем «{ $base }», ни в одном сценарии
what-if-title-none-often = Ни один план не лучше, чем «{ $base }», в большинстве сценариев: «{ $plan }» — { $chance }
what-if-title-same = «{ $plan }» и «{ $base }» равны во всех сценариях
what-if-title-none-but-same = Ни один план не лучше, чем «{ $base }»: «{ $plan }» равен ему во всех сценариях
what-if-title-brings = «{ $plan }» даёт на { $amount } { $direction ->
    [more] { $objective ->
        [long-term] больше долгосрочной прибыли
        [npv] больше NPV
        [revenue] больше выручки
        [customers] больше клиентов
       *[profit] больше прибыли
    }
   *[less] { $objective ->
        [long-term] меньше долгосрочной прибыли
        [npv] меньше NPV
        [revenue] меньше выручки
        [customers] меньше клиентов
       *[profit] меньше прибыли
    }
}, чем «{ $base }»
what-if-title-as-good = «{ $plan }» и «{ $base }» равны
what-if-title-none = Ни один план нельзя сравнить с планом «{ $base }»
