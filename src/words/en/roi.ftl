roi-subtitle = Cumulative ROI, % of marketing spend: (incremental gross profit − spend) / spend, discounted to the start, { $horizon }.
roi-residual = “With residual” adds what customers won by then bring after the horizon.
roi-zero = { $zero }: the spend is earned back
roi-cut = { $side ->
    [above] { $period ->
        [day] the first days go above this scale, to { $extreme }
        [month] the first months go above this scale, to { $extreme }
        [quarter] the first quarters go above this scale, to { $extreme }
       *[week] the first weeks go above this scale, to { $extreme }
    }
   *[below] { $period ->
        [day] the first days go below this scale, to { $extreme }
        [month] the first months go below this scale, to { $extreme }
        [quarter] the first quarters go below this scale, to { $extreme }
       *[week] the first weeks go below this scale, to { $extreme }
    }
}

# Labels at the ends of the lines.
roi-end-residual = { $roi } with residual
roi-end-positive = { $counted ->
    [residual] with it above 0 { $likely }
   *[horizon] above 0 { $likely }
}

# The beginning of the title.
roi-when = { $run ->
    [drawn] By the end of { $by }, at the median,
   *[point] By the end of { $by }
}
roi-title-none = The plan has no ROI at the end of its horizon
roi-title-neither = Neither plan has an ROI at the end of the horizon
roi-title-plan = { $outcome ->
    [earned] { $when } the plan earns { $amount } on top of its spend
   *[owed] { $when } the plan has still to earn back { $amount } of its spend
}
roi-title-today = { $outcome ->
    [earned] { $when } today’s plan earns { $amount } on top of its spend; the proposal has no ROI
   *[owed] { $when } today’s plan has still to earn back { $amount } of its spend; the proposal has no ROI
}
roi-title-proposal = { $outcome ->
    [earned] { $when } the proposal earns { $amount } on top of its spend; today’s plan has no ROI
   *[owed] { $when } the proposal has still to earn back { $amount } of its spend; today’s plan has no ROI
}
roi-title-alike = { $outcome ->
    [earned] { $when } the proposal earns { $amount } on top of its spend, as does today’s plan
   *[owed] { $when } the proposal has still to earn back { $amount } of its spend, as has today’s plan
}
roi-title-both = { $outcome ->
    [earned] { $when } the proposal earns { $amount } on top of its spend, today’s plan { $today }
   *[owed] { $when } the proposal has still to earn back { $amount } of its spend, today’s plan { $today }
}
roi-title-apart = { $outcome ->
    [earned] { $when } the proposal earns { $amount } on top of its spend; today’s plan has still to earn back { $today } of its spend
   *[owed] { $when } the proposal has still to earn back { $amount } of its spend; today’s plan earns { $today } on top of its spend
}
