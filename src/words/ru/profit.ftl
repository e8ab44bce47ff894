profit-subtitle = { $period ->
    [day] Накопленная инкрементальная валовая прибыль − расходы, { $currency }, на конец каждого дня, { $horizon }; без дисконтирования и без того, что придёт после горизонта.
    [month] Накопленная инкрементальная валовая прибыль − расходы, { $currency }, на конец каждого месяца, { $horizon }; без дисконтирования и без того, что придёт после горизонта.
    [quarter] Накопленная инкрементальная валовая прибыль − расходы, { $currency }, на конец каждого квартала, { $horizon }; без дисконтирования и без того, что придёт после горизонта.
   *[week] Накопленная инкрементальная валовая прибыль − расходы, { $currency }, на конец каждой недели, { $horizon }; без дисконтирования и без того, что придёт после горизонта.
}

# Подписи у концов линий.
profit-paid-back = окупается { $when }
profit-not-paid-back = к этому сроку не окупается
profit-never = не окупается { $likely }
profit-cash = нужно средств: { $amount }
profit-deepest-here = минимум: столько нужно средств

# Подписи точки безубыточности и самой низкой точки.
profit-break-even = безубыточность: { $period }
profit-break-even-seldom = безубыточность менее чем в половине
profit-break-even-range = 8 сценариев из 10: { $first } — { $last }
profit-break-even-tenth = в 1 сценарии из 10 к { $by }
profit-never-within = за горизонт не окупается { $likely }
profit-deepest = минимум: { $amount } { $when }
profit-cash-deepest = столько средств требует план
profit-deepest-today = текущий план: { $amount } { $when }

# Начало заголовка.
profit-plan = { $run ->
    [drawn] { $plan ->
        [proposal] По медиане предложение
       *[plan] По медиане план
    }
   *[point] { $plan ->
        [proposal] Предложение
       *[plan] План
    }
}
profit-title-none = { $name } не имеет прибыли, которую можно показать
profit-title-nothing = { $name } ничего не тратит и ничего не добавляет
profit-title-owed = { $name } не окупается за { $span }: остаётся вернуть { $amount }
profit-title-pays = { $compared ->
    [same] { $name } окупается { $when } и к { $by } добавляет { $amount } — столько же, сколько текущий план
    [more] { $name } окупается { $when } и к { $by } добавляет { $amount }, на { $gap } больше, чем текущий план
    [less] { $name } окупается { $when } и к { $by } добавляет { $amount }, на { $gap } меньше, чем текущий план
   *[alone] { $name } окупается { $when } и к { $by } добавляет { $amount }
}
profit-title-adds = { $compared ->
    [same] { $name } к { $by } добавляет { $amount } — столько же, сколько текущий план
    [more] { $name } к { $by } добавляет { $amount }, на { $gap } больше, чем текущий план
    [less] { $name } к { $by } добавляет { $amount }, на { $gap } меньше, чем текущий план
   *[alone] { $name } к { $by } добавляет { $amount }
}
