funnel-subtitle = { $plans ->
    [two] People and orders, counts over { $span }; today’s plan hollow, proposal filled.
   *[one] People and orders, counts over { $span }.
}
funnel-whiskers = Bars at the medians, whiskers: 8 futures in 10.
funnel-ticks = Upright tick: today’s plan at its target rate.
funnel-broken = The bar of visits is cut short (marked //); all others are to scale.
funnel-logarithmic = Logarithmic scale: each grid line is ten times the one before, so lengths are not in proportion.
funnel-title-proposal = The proposal brings { $proposal } customers instead of { $today }
funnel-title = { $visits } visits bring { $customers } customers and { $orders } repeat orders

# The steps and what follows each from the one above.
funnel-visits = Visits
funnel-leads = Leads
funnel-customers = Customers
funnel-customers-note = new
funnel-active = Active customers
funnel-active-note = at the end
funnel-repeat = Repeat orders
funnel-act = { $rate } of visits become leads
funnel-convert = { $rate } of handled leads convert
funnel-kept = { $period ->
    [day] { $rate } are kept from one day to the next
    [month] { $rate } are kept from one month to the next
    [quarter] { $rate } are kept from one quarter to the next
   *[week] { $rate } are kept from one week to the next
}
funnel-repeat-rate = { $period ->
    [day] { $orders } orders per kept customer and day
    [month] { $orders } orders per kept customer and month
    [quarter] { $orders } orders per kept customer and quarter
   *[week] { $orders } orders per kept customer and week
}
funnel-target = target { $target }
funnel-target-visits = target { $target } { $per }
funnel-target-organic-visits = organic visits { $now }, target { $target }
funnel-target-organic-leads = organic leads { $now }, target { $target }
funnel-count-today = { $count } today
funnel-count-proposal = { $count } proposal

# What is at stake at each stage.
funnel-at-stake = At stake, by stage
funnel-weakest = { $stage }: weakest
funnel-by-target = if the target is reached
funnel-by-lever = by the best known lever
funnel-unranked = no target, no lever
