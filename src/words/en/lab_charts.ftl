# The footer: where the numbers come from.
lab-drawn = { $n ->
    [one] { $worlds } hidden world, seed { $seed }
   *[other] { $worlds } hidden worlds, seed { $seed }
}
lab-drawn-world = hidden world { $world } of { $worlds }, seed { $seed }
lab-drawn-one-world = hidden world { $world }, seed { $seed }
lab-one-world = One world alone: there is no band.
lab-medians = Amounts are medians over the worlds.
lab-later-elsewhere = What comes after that is counted in the charts of claims and of the gap to the oracle.
lab-later-too = What comes after the plan ({ $horizon }) is counted too.

# Strategies that are level, as the subject of a sentence.
lab-level-two = “{ $first }” and “{ $second }”
lab-level-three = “{ $first }”, “{ $second }” and “{ $third }”
lab-level-many = { $n ->
    [one] { $count } strategy
   *[other] { $count } strategies
}

# The objective so far, by strategy.
lab-profit-subtitle = { $n ->
    [one] { $objective } so far less that of changing nothing in the same world, { $unit }, over { $cycles } cycle ({ $horizon }).
   *[other] { $objective } so far less that of changing nothing in the same world, { $unit }, over { $cycles } cycles ({ $horizon }).
}
lab-profit-title = { $when ->
    [end] “{ $strategy }” gains most over changing nothing by { $until }: { $gain }; the oracle, who knows the truth, gains { $oracle }
   *[open] “{ $strategy }” gains most over changing nothing: { $gain }; the oracle, who knows the truth, gains { $oracle }
}
lab-profit-title-level = { $strategies } are level: { $gain } over changing nothing by { $until }; the oracle, who knows the truth, gains { $oracle }
lab-profit-title-none = No strategy ends above changing nothing; the oracle, who knows the truth, has { $oracle }
lab-profit-title-oracle = The oracle, who knows the truth, ends { $oracle } from changing nothing
lab-key-band = { $strategy }: 8 worlds in 10

# One world as every strategy played it.
lab-world-subtitle = { $n ->
    [one] { $objective } so far less that of changing nothing, { $unit }, over { $cycles } cycle ({ $horizon }); at the names what each has in all.
   *[other] { $objective } so far less that of changing nothing, { $unit }, over { $cycles } cycles ({ $horizon }); at the names what each has in all.
}
lab-world-amount = { $amount } ({ $change })
lab-world-title = { $oracle ->
    [beaten] In world { $world } “{ $strategy }” does best by { $until }, ahead even of the oracle: { $gain }
    [level] In world { $world } “{ $strategy }” does best by { $until }, level with the oracle: { $gain }
    [absent] In world { $world } “{ $strategy }” does best by { $until }: { $gain }
   *[ahead] The same world as every strategy played it: in world { $world } “{ $strategy }” does best but for the oracle, { $gain }
}
lab-world-title-level = { $oracle ->
    [beaten] In world { $world } { $strategies } are level by { $until }, ahead even of the oracle: { $gain }
    [level] In world { $world } { $strategies } are level with each other and with the oracle by { $until }: { $gain }
    [absent] In world { $world } { $strategies } are level by { $until }: { $gain }
   *[ahead] In world { $world } { $strategies } are level by { $until }, best but for the oracle: { $gain }
}
lab-world-title-none = { $oracle ->
    [beaten] The same world as every strategy played it: in world { $world } no strategy beats changing nothing
   *[ahead] The same world as every strategy played it: in world { $world } no strategy but the oracle beats changing nothing
}
lab-world-title-first = { $place ->
    [1] You beat every strategy in world { $world }, the oracle too: { $gap } ahead of “{ $strategy }”
   *[other] You beat every strategy in world { $world } but the oracle: { $gap } ahead of “{ $strategy }”
}
lab-world-title-learner = You take place { $place } of { $all } in world { $world }, { $gap } behind “{ $strategy }”
lab-world-title-learner-level = You are level with “{ $strategy }” in world { $world }

# Behind the oracle.
lab-regret-subtitle = { $objective } that each strategy is behind the oracle, who knows the truth, in the same world, { $unit }. Best is meant among all others.
lab-regret-title = “{ $strategy }” comes nearest to the oracle: { $regret } behind at the median, best of the others in { $share } of the worlds
lab-regret-title-one = “{ $strategy }” comes nearest to the oracle in this world: { $regret } behind
lab-regret-title-level = “{ $strategy }” ends no worse than the oracle
lab-regret-title-none-behind = { $strategies } end no worse than the oracle
lab-regret-title-both = { $worlds ->
    [one] { $strategies } come nearest to the oracle in this world, level: at most { $regret } behind
   *[many] { $strategies } come nearest to the oracle, level: at most { $regret } behind at the median
}
lab-regret-zoom = { $n ->
    [one] the upper rows on a scale { $times } times as wide
   *[other] the upper rows on a scale { $times } times as wide
}
lab-regret-behind = behind
lab-regret-best = ends best in
lab-key-half = half of the worlds
lab-key-nine = 9 in 10

# Claimed and true.
lab-claims-subtitle = { $objective } that each strategy would report as gained, beside what its plan is worth over changing nothing with luck taken out, { $unit }.
lab-claims-title = “{ $strategy }” fools itself most: it claims { $claimed }, in truth it is { $truth }
lab-claims-title-none = No strategy claims more than it gains in truth
lab-key-claimed = claimed
lab-key-true = in truth
lab-key-eight = 8 worlds in 10

# Control charts.
lab-control-subtitle = { $period ->
    [day] What was measured day by day in world { $world }. Limits: mean ± 2.66 times the mean moving range of the shaded days.
    [month] What was measured month by month in world { $world }. Limits: mean ± 2.66 times the mean moving range of the shaded months.
    [quarter] What was measured quarter by quarter in world { $world }. Limits: mean ± 2.66 times the mean moving range of the shaded quarters.
   *[week] What was measured week by week in world { $world }. Limits: mean ± 2.66 times the mean moving range of the shaded weeks.
}
lab-control-title = { $who ->
    [learner] { $n ->
        [1] You changed the plan once; { $signals } of { $charts } control charts show a signal
       *[other] You changed the plan { $changes } times; { $signals } of { $charts } control charts show a signal
    }
   *[strategy] { $n ->
        [1] “{ $strategy }” changed the plan once; { $signals } of { $charts } control charts show a signal
       *[other] “{ $strategy }” changed the plan { $changes } times; { $signals } of { $charts } control charts show a signal
    }
}
lab-control-title-quiet = { $who ->
    [learner] { $n ->
        [1] You changed the plan once, yet no control chart shows a signal
       *[other] You changed the plan { $changes } times, yet no control chart shows a signal
    }
   *[strategy] { $n ->
        [1] “{ $strategy }” changed the plan once, yet no control chart shows a signal
       *[other] “{ $strategy }” changed the plan { $changes } times, yet no control chart shows a signal
    }
}
lab-control-title-alarm = { $n ->
    [one] Nothing was changed, yet { $signals } of { $charts } control charts shows a signal
   *[other] Nothing was changed, yet { $signals } of { $charts } control charts show a signal
}
lab-control-title-still = Nothing was changed, and no control chart shows a signal
lab-control-signals = { $n ->
    [one] { $count } signal
   *[other] { $count } signals
}
lab-control-none = no signal: what moves is within the noise
lab-control-few = too few points for limits
lab-control-constant = constant
lab-control-nothing = nothing was measured
lab-rule-outside = outside the limits
lab-key-run = a long run of them
lab-rule-eight = 8 on one side
lab-rule-three = 3 of 4 beyond half-way
lab-key-base = the limits are made of these
lab-key-limits = limits
lab-key-change = the plan changes
lab-watched-visits = Visits, season taken out
lab-watched-act = Act: leads per visit
lab-watched-convert = Convert: customers per lead
lab-watched-retention = Engage: customers kept
lab-watched-repeat = Engage: repeat orders per customer
lab-watched-roi = ROI, all gross profit counted

# Spend by cycle.
lab-moves-subtitle = Spend { $per } as it was measured in each cycle of world { $world }, { $currency }, by channel. ▼ marks the cycles that begin with a change.
lab-moves-actions = Below the cycles the actions that they took up.
lab-moves-action = { $cycle }: { $action }
lab-moves-more = { $n ->
    [one] and { $count } more
   *[other] and { $count } more
}
lab-moves-title = { $who ->
    [learner] You change the plan in { $changes } of { $cycles } cycles
   *[strategy] “{ $strategy }” changes the plan in { $changes } of { $cycles } cycles
}
lab-moves-title-none = { $who ->
    [learner] You leave the plan as it is
   *[strategy] “{ $strategy }” leaves the plan as it is
}
