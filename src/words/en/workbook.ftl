# Pages.
workbook-sheet-summary = Summary
workbook-sheet-charts = Charts
workbook-sheet-plan = Plan
workbook-sheet-quarters = Quarters
workbook-sheet-forecast-before = Forecast today
workbook-sheet-forecast-after = Forecast proposal
workbook-sheet-ranges-before = Ranges today
workbook-sheet-ranges-after = Ranges proposal
workbook-sheet-channels = Channels
workbook-sheet-assumptions = Assumptions
workbook-sheet-sensitivity = Sensitivity
workbook-sheet-checks = Checks
workbook-sheet-method = How it was made

# Plans.
workbook-before = Today’s plan
workbook-after = Proposal
workbook-unlimited = Without channel limits
workbook-difference = Difference
workbook-relative = Difference %
workbook-range-of = { $name }: 8 futures in 10
workbook-from = from
workbook-eight-from = 8 in 10: from
workbook-eight-to = 8 in 10: to
workbook-middle = median
workbook-to = to

# Figures.
workbook-visits = Visits
workbook-leads = Leads
workbook-customers = New customers
workbook-orders = Orders
workbook-repeat-orders = Repeat orders
workbook-active = Active customers
workbook-revenue = Revenue
workbook-gross = Gross profit
workbook-invest = Marketing spend
workbook-profit = Profit
workbook-npv = NPV
workbook-residual = Gross profit after the horizon
workbook-long-term-profit = Long-term profit
workbook-roi = ROI
workbook-roi-horizon = ROI within the horizon
workbook-roas = ROAS
workbook-cac = CAC
workbook-blended-cac = Blended CAC
workbook-ltv = LTV
workbook-payback = Payback (periods)
workbook-act-rate = Visit-to-lead rate
workbook-convert-rate = Lead-to-customer rate
workbook-served = Leads served

# How a figure comes about.
workbook-made-of = How it comes about
workbook-of-orders = first orders + repeat orders
workbook-of-gross = revenue × margin
workbook-of-invest = spend of the channels + cost of the actions
workbook-of-profit = gross profit − spend − fixed cost
workbook-of-npv = sum of discount factor × profit
workbook-of-residual = by the engine: discounted gross profit after the horizon
workbook-of-roi = (discounted incremental gross profit, that after the horizon included − discounted spend) / discounted spend
workbook-of-roi-horizon = the same without what comes after the horizon
workbook-of-roi-within = (discounted incremental gross profit − discounted spend) / discounted spend
workbook-of-roas = incremental revenue / spend
workbook-of-cac = spend / incremental new customers
workbook-of-blended-cac = spend / all new customers
workbook-of-ltv = by the engine: discounted gross profit of one new customer
workbook-of-payback = first period from which on the cumulative profit stays at 0 or above
workbook-of-act-rate = leads created / visits
workbook-of-convert-rate = customers won / leads handled
workbook-of-served = by the engine: leads handled / leads that came

# Summary.
workbook-summary-note = { $horizon } from { $date }, money in { $currency }. Totals and KPIs are formulas on the forecast pages; the plan without channel limits, the ranges and what stands as “by the engine” are results.
workbook-figure = Figure
workbook-objective = Objective: { $name }
workbook-agreement = All formulas agree with the engine
workbook-chance-roi = Probability that ROI is above 0
workbook-chance-payback = Probability of payback within the horizon
workbook-chance-better = Probability that the proposal is better

# Charts.
workbook-charts-title = Charts
workbook-charts-note = Drawn from the cells of the other pages: they follow what is changed there.
workbook-chart-profit = Cumulative profit of marketing
workbook-chart-roi = Cumulative ROI of marketing
workbook-chart-funnel = Funnel over the horizon
workbook-chart-spend = Spend by channel

# Plan.
workbook-plan-title = Plan: who gets how much, and when
workbook-plan-note = Spend of each channel and cost of each action in every period, in { $unit }.
workbook-plan-note-cut = { $n ->
    [one] Spend of each channel and cost of each action in every period, in { $unit }; the last { $count } line is in one column, for which there is no room.
   *[other] Spend of each channel and cost of each action in every period, in { $unit }; the last { $count } lines are added up in one column, for there is no room for each.
}
workbook-total = Total
workbook-first-day = First day
workbook-action = Action: { $name }
workbook-others = { $n ->
    [one] { $count } other
   *[other] { $count } others
}
workbook-quarters-title = Plan by calendar quarter
workbook-quarters-note = A period belongs to the quarter in which it begins.
workbook-quarter-of = { $year } Q{ $quarter }
workbook-day = Day
workbook-week = Week
workbook-month = Month
workbook-quarter = Quarter

# Forecast.
workbook-forecast-title = Forecast: { $plan }
workbook-forecast-note = At the medians of all assumptions. Visits to revenue are results; gross profit, spend and all that follows are formulas.
workbook-group-people = People and orders
workbook-group-money = Money
workbook-group-trace = What it is made from (on screen only)
workbook-fixed-cost-head = Fixed cost
workbook-profit-so-far = Cumulative profit of marketing
workbook-roi-so-far = Cumulative ROI
workbook-customers-without = New customers without marketing
workbook-revenue-without = Revenue without marketing
workbook-gross-without = Gross profit without marketing
workbook-discount = Discount factor
workbook-discounted-gross = Discounted incremental gross profit
workbook-discounted-invest = Discounted spend
workbook-discounted-gross-so-far = Discounted incremental gross profit so far
workbook-discounted-invest-so-far = Discounted spend so far
workbook-invest-so-far = Spend so far
workbook-red = Period in the red
workbook-leads-created = Leads created
workbook-customers-created = Customers won
workbook-handled = Leads handled

# Ranges.
workbook-ranges-title = Ranges: { $plan }
workbook-ranges-note = Eight futures in ten lie between “from” and “to”. Ends of ranges cannot be added up: each stands for itself.

# Channels.
workbook-channels-title = Channels: what each costs and brings
workbook-channels-note = Over the horizon. Spend and its differences are formulas on the plan; what a channel brings is a result. Marginal ROI: what the next unit of money returns.
workbook-channel = Channel
workbook-media = Media
workbook-media-paid = paid
workbook-media-owned = owned
workbook-media-earned = earned
workbook-place = Place
workbook-place-online = online
workbook-place-offline = offline
workbook-cost-per-customer = Spend per customer
workbook-marginal-roi = Marginal ROI
workbook-held = What holds it in the proposal
workbook-held-observed = beyond what was ever spent
workbook-held-min = at its minimum
workbook-held-max = at its maximum
workbook-held-min-total = at its minimum total
workbook-held-max-total = at its maximum total
workbook-held-locked = locked
workbook-held-committed = committed
workbook-held-step = as far as one step goes
workbook-held-ramp = as fast as it may change
workbook-held-burst = at its least burst
workbook-source-organic = organic
workbook-source-referral = referral

# Assumptions.
workbook-assumptions-title = Assumptions
workbook-assumptions-note = Cells in blue feed the formulas: change them, and totals and KPIs follow, but for what is marked “by the engine” and all that is made of it. The other quantities are in the engine’s results; to change them, run it again.
workbook-inputs = Numbers that the formulas start from
workbook-margin = Margin
workbook-fixed-cost = Fixed cost per period
workbook-discount-rate = Discount rate per year
workbook-per-year = Periods per year
workbook-residual-without = Gross profit after the horizon without marketing
workbook-targets = Targets over the horizon
workbook-quantities = Quantities of the scenario
workbook-key = Key in the scenario
workbook-value = Value
workbook-low = Low
workbook-high = High
workbook-unit = Unit
workbook-unit-share = share
workbook-unit-number = number
workbook-source = Source

# Sensitivity.
workbook-sensitivity-title = Sensitivity: what the result depends on
workbook-sensitivity-note = Shares of the variance and the value of knowing rest on { $draws } draws.
workbook-nothing-uncertain = No quantity of the scenario is uncertain.
workbook-tornado = Each quantity by itself: { $name }
workbook-at-low = { $plan } at the 10th percentile
workbook-at-high = { $plan } at the 90th percentile
workbook-p10 = 10th percentile
workbook-p50 = Median
workbook-p90 = 90th percentile
workbook-swing = Swing of today’s plan
workbook-gain-low = Gain at the 10th percentile
workbook-gain-high = Gain at the 90th percentile
workbook-switching = Value at which the choice changes
workbook-switching-level = Futures below it
workbook-shares = Share of the variance (Sobol’ indices)
workbook-first-order = Today: by itself
workbook-total-order = Today: with others
workbook-gain-first-order = Gain: by itself
workbook-gain-total-order = Gain: with others
workbook-error = Standard error
workbook-interaction = Only together
workbook-information = What it is worth to know it before choosing
workbook-worth = Worth at most
workbook-everything = All quantities
workbook-mean-gain = Mean gain of the proposal

# Checks.
workbook-checks-title = Checks: the formulas of this workbook against the engine
workbook-checks-note = They agree as long as the cells in blue are those of the scenario.
workbook-plan-head = Plan
workbook-by-formula = By formula
workbook-by-engine = By the engine
workbook-rounding = Rounding allowed
workbook-check = Check
workbook-spend-of = Spend: { $name }

# How it was made.
workbook-method-title = How it was made
workbook-method-note = The same scenario, version and seed give the same numbers.
workbook-method-origin = Where the numbers come from
workbook-method-drawn = How the futures were drawn
workbook-method-searched = How the proposal was searched
workbook-scenario = Scenario
workbook-client = For
workbook-author = By
workbook-hash = Hash of the scenario
workbook-version = Version of osa
workbook-date = Date
workbook-horizon = Horizon
workbook-draws = Draws
workbook-draws-none = none: point run only
workbook-seed = Seed
workbook-sequence = Points
workbook-sequence-sobol = scrambled Sobol’ sequence
workbook-sequence-random = independent random numbers
workbook-people = People
workbook-people-expected = expected numbers
workbook-people-whole = whole people by chance
workbook-dimensions = Uncertain quantities
workbook-excluded = Draws without a result
workbook-budget = Budget
workbook-optimum = Objective of the best plan found
workbook-captured = Share of its gain that the proposal has
workbook-status = End of the search
workbook-status-converged = no better plan nearby: converged
workbook-status-kink = the best plan sits where capacity is just met
workbook-status-nothing-to-gain = today’s plan is already the best plan
workbook-status-no-progress = no better plan found
workbook-status-step-limit = limit of steps reached
workbook-starts = Starts that agree
workbook-starts-agree = { $agreement } of { $starts }
workbook-upper-bound = No plan can be better than
workbook-gap = Gap to that bound
workbook-cycles = Cycles of improvement (kaizen)
workbook-cycle = Cycle
workbook-cycle-before = Before: { $name }
workbook-cycle-after = After: { $name }
workbook-gain = Gain
workbook-weakest = Weakest stage
workbook-stage-reach = Reach
workbook-stage-act = Act
workbook-stage-convert = Convert
workbook-stage-engage = Engage
workbook-taken = Action taken up
workbook-score = Score
