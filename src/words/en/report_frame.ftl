# The frame: title, sections, chances, ranges, names of figures, captions of charts.
report-for-by-on = For { $client } · by { $author } · { $date }
report-for-on = For { $client } · { $date }
report-by-on = By { $author } · { $date }
report-logo = Logo
report-footer-draws = { $name } · osa { $version } · scenario { $hash } · seed { $seed } · { $draws } draws
report-footer-point = { $name } · osa { $version } · scenario { $hash } · point run

section-answer = The answer
section-money = The money
section-charts = The forecast in charts
section-weakest = The weakest stage, and what to do
section-plan = The plan by channel and quarter
section-risks = What could go wrong
section-assumptions = Assumptions and their sources
section-method = How it was computed
section-kpis = The formulas

# A share of the futures that were drawn; stands after “in”: “in 93 of 100 futures”.
chance-every = all futures drawn
chance-none = none of the futures drawn
chance-over-99 = more than 99 of 100 futures
chance-under-1 = less than 1 of 100 futures
chance-of-100 = { $n ->
   *[other] { $number } of 100 futures
}

range = { $low } to { $high }
percentage-points = { $number } points
payback-never = not within { $span }
payback-or-later = { $low } or later
quarter = Q{ $number } { $year }

measure-visits = Visits
measure-leads = Leads
measure-customers = New customers
measure-orders = Orders
measure-repeat-orders = Repeat orders
measure-revenue = Revenue
measure-gross = Gross profit
measure-invest = Marketing spend
measure-profit = Profit
measure-npv = NPV (discounted profit)
measure-residual = Residual after the horizon
measure-roi = ROI
measure-roi-horizon = ROI within the horizon
measure-roas = ROAS
measure-cac = CAC (cost per new customer)
measure-blended-cac = CAC over all new customers
measure-ltv = LTV of a new customer
measure-payback = Payback
measure-act-rate = Act rate (leads per visit)
measure-convert-rate = Convert rate (customers per lead)
measure-served = Leads served
measure-nps = NPS
measure-csi = CSI
measure-market-share = Market share

caption-roi = How much the plan has earned on top of every unit of money spent, period by period; above the zero line the spend is earned back.
caption-profit = What the plan has earned in sum, minus what it has cost; the deepest point is the cash that it takes before it pays.
caption-funnel = How many people come through each stage of the funnel, and which share of them goes on to the next.
caption-weakest = What each stage would add if it came to its target: the longest bar is where to begin.
caption-response = What each channel brings at which spend: the flatter the curve, the less the next unit of money earns.
caption-reallocation = Where the money goes today and where the proposal puts it.
caption-frontier = What the best plan of each budget is worth: where the curve turns flat, more budget adds nothing.
caption-kaizen = How the result grows step by step when the plan is improved a little at a time.
caption-tornado = What the result comes to if one assumption alone turns out low or high: the longest bars deserve the closest look.
caption-sensitivity = Which assumptions cause the uncertainty of the result: measuring the first of them narrows it most.
caption-what-if = The plans side by side, each with its range and its difference to the first.

page-contents = Contents
page-sort = Sort by this column
caption-retention = How many of the customers won together are still customers later on, and how many customers there are in all.
caption-waterfall = What each move of money brings by itself, from today’s plan to the proposal; the last step is what the moves bring only together.
span-and-after = { $span } and after
