# Frontier: what the picture shows.
frontier-subtitle = { $objective ->
    [long-term] Long-term profit of the best plan within the limits, { $currency },
    [npv] NPV of the best plan within the limits, { $currency },
    [revenue] Revenue of the best plan within the limits, { $currency },
    [customers] Customers of the best plan within the limits,
   *[profit] Profit of the best plan within the limits, { $currency },
} against the budget of { $horizon } in { $currency }, { $spent ->
    [full] spent in full
   *[far] spent as far as the next unit gains
}.
frontier-mean = mean that was searched by
frontier-median = every quantity at its median

# Labels of the points.
frontier-maximum = maximum: { $value } at { $budget }
frontier-nothing = a further { $currency } returns nothing
frontier-today = today’s plan: { $value } at { $budget }
frontier-proposal = proposal: { $value } at { $budget }
frontier-gain = { $gain } against today’s plan

# Titles.
frontier-title-loses = { $objective ->
    [long-term] Beyond { $budget } money loses: the last { $excess } of today’s budget take away { $lost } of long-term profit
    [npv] Beyond { $budget } money loses: the last { $excess } of today’s budget take away { $lost } of NPV
    [revenue] Beyond { $budget } money loses: the last { $excess } of today’s budget take away { $lost } of revenue
    [customers] Beyond { $budget } money loses: the last { $excess } of today’s budget take away { $lost } customers
   *[profit] Beyond { $budget } money loses: the last { $excess } of today’s budget take away { $lost } of profit
}
frontier-title-kept = Money returns nothing beyond { $budget }: { $excess } of today’s budget are better kept
frontier-title-adds = { $objective ->
    [long-term] The next { $unit } adds { $gain } of long-term profit at today’s budget, and nothing beyond { $budget }
    [npv] The next { $unit } adds { $gain } of NPV at today’s budget, and nothing beyond { $budget }
    [revenue] The next { $unit } adds { $gain } of revenue at today’s budget, and nothing beyond { $budget }
    [customers] The next { $unit } adds { $gain } customers at today’s budget, and nothing beyond { $budget }
   *[profit] The next { $unit } adds { $gain } of profit at today’s budget, and nothing beyond { $budget }
}
frontier-title-nothing = Money returns nothing beyond { $budget }
frontier-title-best = { $objective ->
    [long-term] Today’s budget is the best one: more of it or less brings less long-term profit
    [npv] Today’s budget is the best one: more of it or less brings less NPV
    [revenue] Today’s budget is the best one: more of it or less brings less revenue
    [customers] Today’s budget is the best one: more of it or less brings fewer customers
   *[profit] Today’s budget is the best one: more of it or less brings less profit
}
frontier-title-most = { $objective ->
    [long-term] The most long-term profit is { $value }, at a budget of { $budget }
    [npv] The most NPV is { $value }, at a budget of { $budget }
    [revenue] The most revenue is { $value }, at a budget of { $budget }
    [customers] The most customers are { $value }, at a budget of { $budget }
   *[profit] The most profit is { $value }, at a budget of { $budget }
}
frontier-title-one = The limits leave one budget: { $budget }
frontier-title-more-adds = { $objective ->
    [long-term] More money brings more long-term profit up to { $budget }: the next { $unit } adds { $gain } of it today
    [npv] More money brings more NPV up to { $budget }: the next { $unit } adds { $gain } of it today
    [revenue] More money brings more revenue up to { $budget }: the next { $unit } adds { $gain } of it today
    [customers] More money brings more customers up to { $budget }: the next { $unit } adds { $gain } of them today
   *[profit] More money brings more profit up to { $budget }: the next { $unit } adds { $gain } of it today
}
frontier-title-more = { $objective ->
    [long-term] More money brings more long-term profit up to { $budget }
    [npv] More money brings more NPV up to { $budget }
    [revenue] More money brings more revenue up to { $budget }
    [customers] More money brings more customers up to { $budget }
   *[profit] More money brings more profit up to { $budget }
}
frontier-title-less = { $objective ->
    [long-term] Less money brings more long-term profit, down to { $budget }
    [npv] Less money brings more NPV, down to { $budget }
    [revenue] Less money brings more revenue, down to { $budget }
    [customers] Less money brings more customers, down to { $budget }
   *[profit] Less money brings more profit, down to { $budget }
}
