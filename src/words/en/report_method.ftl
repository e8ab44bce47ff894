# How it was computed.
method-model = The forecast runs the plan through the funnel Reach, Act, Convert and Engage over { $periods }: money becomes visits with diminishing returns and an effect that lasts, visits become leads, leads customers, customers come back. Delays, limits of capacity and the season count.
method-money = Gross profit is revenue times margin. ROI counts only what the spend adds: the same business without any spend and without actions is taken off.
method-draws = { $n ->
    [one] The forecast was run { $draws } times, each time with another value of the { $quantities } uncertain assumption; all plans were run through the same futures, so that differences are those of the plans.
   *[other] The forecast was run { $draws } times, each time with other values of the { $quantities } uncertain assumptions; all plans were run through the same futures, so that differences are those of the plans.
}
method-certain = No assumption is uncertain, so the forecast is one number for each figure.
method-point-run = The forecast was run once, every assumption at its middle value.
method-search = The best plan was searched with exact derivatives of the forecast, from several starts, within the budget and all limits of the scenario.
method-bound = No plan within these limits can be more than { $gap } better than the best one that was found: that is proved by a bound.
method-loop = The proposal is where a loop of small improvements ends: optimize, score, analyze, again and again. It captures { $captured } of what the best plan gains.
method-fact = What
method-value = Value
method-caption = What it takes to make this report again
method-date = Date of the report
method-starts = The plan starts on
method-version = Program
method-hash = Scenario (SHA-256)
method-seed = Seed
method-number-of-draws = Draws
method-sequence = Sequence of draws
method-people = People
method-excluded = Futures without a result, left out
method-chance = People were drawn by chance, whole ones: small numbers of leads and customers scatter as they do in life.
