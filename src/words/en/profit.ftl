profit-subtitle = { $period ->
    [day] Cumulative incremental gross profit − spend, { $currency }, at the end of each day, { $horizon }; not discounted, without what comes after the horizon.
    [month] Cumulative incremental gross profit − spend, { $currency }, at the end of each month, { $horizon }; not discounted, without what comes after the horizon.
    [quarter] Cumulative incremental gross profit − spend, { $currency }, at the end of each quarter, { $horizon }; not discounted, without what comes after the horizon.
   *[week] Cumulative incremental gross profit − spend, { $currency }, at the end of each week, { $horizon }; not discounted, without what comes after the horizon.
}

# Labels at the ends of the lines.
profit-paid-back = paid back { $when }
profit-not-paid-back = not paid back by then
profit-never = never { $likely }
profit-cash = cash it takes: { $amount }
profit-deepest-here = deepest here: the cash it takes

# Labels of the break-even and of the deepest point.
profit-break-even = break-even: { $period }
profit-break-even-seldom = break-even in less than half
profit-break-even-range = 8 futures in 10: { $first } to { $last }
profit-break-even-tenth = in 1 future of 10 by { $by }
profit-never-within = never within the horizon { $likely }
profit-deepest = deepest: { $amount } { $when }
profit-cash-deepest = the cash that the plan takes
profit-deepest-today = today’s plan: { $amount } { $when }

# The beginning of the title.
profit-plan = { $run ->
    [drawn] { $plan ->
        [proposal] At the median the proposal
       *[plan] At the median the plan
    }
   *[point] { $plan ->
        [proposal] The proposal
       *[plan] The plan
    }
}
profit-title-none = { $name } has no profit that can be drawn
profit-title-nothing = { $name } spends nothing and adds nothing
profit-title-owed = { $name } does not pay for itself within { $span }: { $amount } are still to be earned back
profit-title-pays = { $compared ->
    [same] { $name } pays for itself { $when } and adds { $amount } by { $by }, as much as today’s plan
    [more] { $name } pays for itself { $when } and adds { $amount } by { $by }, { $gap } more than today’s plan
    [less] { $name } pays for itself { $when } and adds { $amount } by { $by }, { $gap } less than today’s plan
   *[alone] { $name } pays for itself { $when } and adds { $amount } by { $by }
}
profit-title-adds = { $compared ->
    [same] { $name } adds { $amount } by { $by }, as much as today’s plan
    [more] { $name } adds { $amount } by { $by }, { $gap } more than today’s plan
    [less] { $name } adds { $amount } by { $by }, { $gap } less than today’s plan
   *[alone] { $name } adds { $amount } by { $by }
}
