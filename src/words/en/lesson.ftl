# The lesson sheet of `osa lab`.
lesson-title = Continuous improvement in a noisy world: { $name }
lesson-made = A lesson of 45 minutes. Made by osa lab: { $worlds } hidden { $n ->
    [one] world
   *[other] worlds
}, { $cycles } { $m ->
    [one] cycle
   *[other] cycles
}, seed { $seed }, closely shown: world { $world }.

lesson-learnt-heading = What is learnt
lesson-learnt-signal = To tell a signal from a wiggle before acting on it.
lesson-learnt-predict = To write a prediction down before looking, and to count how often it comes true.
lesson-learnt-claim = To ask of every claimed gain how much of it is true.
lesson-learnt-standard = To change little, to measure, and to keep what measurement does not speak against.

lesson-needed-heading = What is needed
lesson-needed-computer = For each group of two to four people: a computer with osa and the file { $file }. With a single computer the class votes on each move.
lesson-needed-saved = For each group of two to four people: a computer with osa and this scenario, saved as { $file }. With a single computer the class votes on each move.
lesson-needed-print = For each group, printed: the students’ pages. The charts come after the play; the last part is for the teacher alone.
lesson-needed-again = Sheet and charts are made again by:

lesson-time-heading = The 45 minutes
lesson-time-minutes = Minutes
lesson-time-what = What happens
lesson-time-business = The business, the ways of improving, and the question: which of them earns most?
lesson-time-predict = Everyone writes predictions down, alone and in silence.
lesson-time-play = Groups play the hidden world: predict, move, measure; { $cycles } { $n ->
    [one] cycle
   *[other] cycles
}.
lesson-time-charts = The charts: who got what, and which points are signals?
lesson-time-figures = On the board: which group got what, and why?
lesson-time-reveal = The reveal: what was hidden, what was claimed, what is true.
lesson-time-home = Take home: each writes down one change and how it will be measured.
lesson-time-sum = together

lesson-students-heading = Students’ pages
lesson-business-heading = The business
lesson-business = You run this business. Before each cycle you may move money between the channels, and take up actions where there are any. What the plan says of the market is believed, not known: the truth is different, and it may change. People come and buy by chance, so no two cycles are alike even where nothing is changed.
lesson-business-what = What is believed
lesson-business-value = Value
lesson-business-counts = What counts
lesson-business-time = Time to run
lesson-business-cycles = Cycles
lesson-business-spend = Spend so far, { $channel }, { $per }
lesson-business-action = Action, { $action }: cost
lesson-ways-heading = The ways of improving
lesson-way-hold = nothing is changed, whatever happens.
lesson-way-big-bang = the plan that the model thinks best is put in place once, in one jump.
lesson-way-kaizen = one small step at a time; it is measured, and undone if a signal speaks against it.
lesson-way-tamper = after each cycle the last deviation is made up for.
lesson-way-greedy-noise = if a cycle looked better, its change stays; if it looked worse, it goes; then comes another.
lesson-way-lowest-rate = money goes to the stage with the lowest rate.
lesson-way-thompson = before each cycle one possible truth is drawn, and the plan is made as if it were so.
lesson-way-oracle = knows the truth and plans all cycles at once. Nobody can; it is what the others are measured by.

lesson-predict-heading = First write down
lesson-answer-room = Answer:
lesson-ask-best = Of these ways, in { $worlds } { $n ->
    [one] world
   *[other] worlds
}: which earns most, which least? Leave the oracle out.
lesson-ask-above = In how many worlds of 10 does “{ $strategy }” earn more than “{ $hold }”?
lesson-ask-worst-stage = Nothing is changed. In this cycle one stage of the funnel looks worse than it usually is, more so than all others. Will it be better, equal or worse in the next cycle?
lesson-ask-best-channel = Nothing is changed. In this cycle one channel brought more leads for its money than it usually does, more so than all others. What will it bring in the next cycle?
lesson-ask-alarms = Nothing is changed. Of 10 control charts, how many will show a signal all the same?

lesson-play-heading = Then play
lesson-play-how = Type this. Before each cycle write down your move, and a range for the new customers that you expect: so wide that 8 of 10 ranges hold. Only then look. The program says how a move is typed, and it takes your range, as in go 150-200; to change nothing is a move, too.
lesson-play-cycle = Cycle
lesson-play-move = My move
lesson-play-low = I expect from
lesson-play-high = to
lesson-play-measured = Measured
lesson-play-inside = Inside?
lesson-ask-kept = How many of your ranges held what was measured?
lesson-ask-claim = How much have your moves gained over changing nothing? Write down what you would report, before the program tells.

lesson-words-heading = Five words
lesson-word-signal = Signal
lesson-word-signal-is = a point of a control chart, or a run of points, that chance alone seldom makes: outside the limits, eight on one side of the mean, three of four beyond half-way to a limit. The limits hold nearly all that chance does.
lesson-word-wiggle = Wiggle
lesson-word-wiggle-is = the up and down without a cause of its own.
lesson-word-regret = Regret
lesson-word-regret-is = how much more the oracle would have earned in the same world.
lesson-word-claimed = Claimed and true gain
lesson-word-claimed-is = what somebody reports as gained, and what the plan is worth with luck taken out.
lesson-word-standard = Standard
lesson-word-standard-is = the way that is kept until a signal shows a better one.

lesson-charts-heading = The charts
lesson-charts-when = For after the play.
lesson-charts-profit = Amounts are over changing nothing in the same world, within the time of the plan; the line is the world in the middle (the median).
lesson-charts-control = In a control chart the middle line is the mean, and the outer lines are the limits within which chance alone keeps nearly all points.
lesson-ask-profit = Which way is ahead at the end, in the world in the middle? From which cycle on?
lesson-ask-duel = One big jump to the plan that was believed best, or small measured steps: which earned more here, and why?
lesson-ask-control = Look for the largest swing in these control charts: which chart, which period? Is it a signal or a wiggle? What would you have done on the day you saw it?
lesson-ask-busy = Which way changes something most often, and what does it get for that?
lesson-home-heading = Take home
lesson-ask-home = One change at your own work: which figure will show whether it helps, how long will you watch it, and which result would make you undo it?

lesson-teacher-only = Teacher only: keep these pages until the reveal.
lesson-reveal-heading = The reveal
lesson-reveal-type = The truth on the screen:
lesson-customers = { $n ->
    [one] { $number } customer
   *[other] { $number } customers
}
lesson-figures-caption = Medians of { $worlds } { $n ->
    [one] world
   *[other] worlds
}, over changing nothing, the best on average first. 8 in 10: without the best and the worst tenth. Best: share of the worlds in which it ends ahead of all but the oracle.
lesson-figures-measures = Three measures: got is { $objective } as it came, with luck; claimed is what the way itself reports; true is what its plan is worth with luck taken out.
lesson-figures-chart = The chart lab_profit is with luck, too, but counts only what comes within the time of the plan.
lesson-figures-way = Way
lesson-figures-gain = Got
lesson-figures-range = 8 in 10
lesson-figures-best = Best
lesson-figures-claimed = Claimed
lesson-figures-true = True
lesson-figures-changes = Cycles with a change
lesson-claims-heading = What each way claims
lesson-claims-hold = nothing.
lesson-claims-big-bang = what its model promised at the jump.
lesson-claims-kaizen = only what a signal on its control chart has confirmed.
lesson-claims-eye = every rise from one cycle to the next, against the forecast of the file, as if it lasted until the end of the plan; no fall is taken off.
lesson-claims-thompson = what it believes at the end that its plan has gained.
lesson-claims-oracle = what it knows that its plan is worth.
lesson-answers-heading = Answers
lesson-answer-winner = On average, from most to least: { $ranking }. “{ $strategy }” ends best in { $share } of the worlds. Count how many had guessed the first and the last.
lesson-answer-no-winner = On average, from most to least: { $ranking }. No way ends best so much more often than the next that chance could not have done it: say so, and ask how many worlds it would take.
lesson-answer-above = { $case ->
    [all] In every one of them. Take no less from it than it says, and no more: another business may show another picture.
    [none] In none of them. Ask what holds it back here: too few cycles, steps too small, or nothing to gain?
   *[some] In { $share } of the worlds. Even a way that is good on average can end below “{ $hold }” in a single world: one success proves as little as one failure.
}
lesson-answer-worst-stage = Better: by { $share } on average, with nothing done. It was picked because its luck was bad, and the next luck is only average. Whoever had “fixed” it would have taken the credit: this is regression to the mean.
lesson-answer-best-channel = In its best cycle it was { $exceeds } above its own mean; in the next one { $after }. The best of several is the best partly by luck, and luck does not stay.
lesson-answer-best-channel-alone = In its best cycle it was { $exceeds } above its own mean. The best of several is the best partly by luck, and luck does not stay.
lesson-answer-alarms = { $share } of the charts of leads per visit, customers per lead, customers kept and repeat orders, though nothing was done. Chance makes some of these signals, the growth of the business others. Each rule errs seldom, but many points are looked at. A signal is a reason to look for a cause, not yet the cause.
lesson-answer-kept-own = 8 of 10 should have held. If fewer did, your ranges were too narrow: you were surer than you may be. Few people escape this.
lesson-answer-kept = Of the predictions of “{ $strategy }”, { $within } came true; { $stated } should have{ $kept ->
    [narrow] . The model was surer than it may be, too.
    [wide] . It knew more than it said.
    [stated] . These worlds cannot tell the one from the other: the model says what it knows.
   *[open] . These are too few worlds to judge it.
}
lesson-answer-claim-luck = Hold your claims against what the program tells at the end. Of the ways, the gap between claimed and true is widest for “{ $strategy }”: it claims { $claimed }; its plan is truly worth { $came }. It compares one cycle with another: what went up by luck counts as gained, what luck takes away is forgotten.
lesson-answer-claim-model = Hold your claims against what the program tells at the end. Of the ways, the gap between claimed and true is widest for “{ $strategy }”: it claims { $claimed }; its plan is truly worth { $came }. It picked the plan that its model praised most: where many plans are compared, the winner is praised too much. This is the winner’s curse.
lesson-answer-claim-none = Hold your claims against what the program tells at the end. Here no way claims more than is true, as far as these worlds can tell. Ask what keeps the claims honest here: little noise, or a good model?
lesson-answer-profit = { $case ->
    [alike] “{ $strategy }”, with { $gain } within the time of the plan, ahead for good from cycle { $from } on.
   *[spread] “{ $strategy }”, with { $gain } within the time of the plan, ahead for good from cycle { $from } on; 8 worlds in 10 lie from { $low } to { $high }. Where such ranges overlap, a single world may show another order.
}
lesson-answer-profit-level = Level at the end, no more than 1 % apart: { $ways }, with { $gain } within the time of the plan. So small a difference is none: nobody is ahead for good.
lesson-answer-profit-none = None: in the world in the middle no way ends above changing nothing within the time of the plan. Ask whether there is anything to gain here, and how long it takes to come.
lesson-answer-duel = { $verdict ->
    [kaizen] The small steps: { $steps } in the world in the middle; the jump: { $jump }. A jump is as good as the model behind it; steps are corrected by what is measured.
    [jump] The jump: { $jump } in the world in the middle; the small steps: { $steps }. This goes against the usual lesson, so ask why: is the model near the truth here, do the steps come too late, or are they too small to be seen in the noise?
   *[open] These worlds cannot tell: { $steps } for the small steps in the world in the middle, { $jump } for the jump. Ask which of the two would be easier to undo.
}
lesson-answer-swing = The largest swing, counted by the limits of its own chart: “{ $chart }”, { $period }: { $value }, the limits being { $low } and { $high }. { $case ->
    [outside] It lies outside: a signal, so look for its cause.
    [run] It lies within them, but a run of points ends there: a signal, so look for its cause.
   *[wiggle] It lies within them and ends no run: a wiggle.
}
lesson-answer-control = { $n ->
    [0] Every point is a wiggle: there is no signal in these charts.
    [one] The charts mark { $number } signal in all, a run counted once; the rest are wiggles.
   *[other] The charts mark { $number } signals in all, a run counted once; the rest are wiggles.
} To explain a wiggle is easy and worth nothing; to act on it makes matters worse.
lesson-way-quoted = “{ $strategy }”
lesson-way-with = “{ $strategy }” ({ $figure })
lesson-answer-busy = { $ways }: in { $changes } of { $cycles } { $n ->
    [one] cycle
   *[other] cycles
} on average; in brackets what came of it in the world in the middle. { $case ->
    [loss] That is less than by changing nothing: work is not yet improvement.
    [best] Only the oracle gets more. This goes against the usual lesson: ask what makes it right to change so often here.
    [among] Only the oracle gets more than the best of these. This goes against the usual lesson: ask what makes it right to change so often here.
    [level] At best that is no more than 1 % from { $best }, in brackets the cycles with a change: so many changes were not needed.
   *[other] Most goes to { $best }, in brackets the cycles with a change: work is not yet improvement.
}
lesson-answer-home = A good answer names one figure, the time that it is watched, and the result that undoes the change, all of them before the change begins.
lesson-hints-heading = Hints
lesson-hint-predict = Collect the predictions before the play and do not comment on them. What is not written down is “known all along” afterwards.
lesson-hint-play = After ten minutes say how much time is left; whoever is late changes nothing in the cycles that remain. All groups play the same world, so their results can be compared: write them on the board.
lesson-hint-charts = Cover the title of each chart at first. Let the class say what it sees, then show what the chart says.
lesson-hint-wiggle = Say it at the reveal, not before: whoever reacts to a wiggle adds to it.
lesson-hint-upset = Where a figure goes against what you expected, keep it: it is measured. Ask what would have to be otherwise for it to turn.
lesson-hint-few = { $worlds } { $n ->
    [one] world tells
   *[other] worlds tell
} little: chance decides as much as the way. Make the sheet again with --worlds 500.
lesson-hidden-heading = What was hidden in world { $world }
lesson-hidden-nothing = Nothing: this world is what the plan says.
lesson-hidden-quantity = Quantity
lesson-hidden-truth = Truth
lesson-hidden-believed = Believed
lesson-hidden-range = 9 in 10
lesson-hidden-start = Start
lesson-hidden-drift = Slow change until the end: { $what }
lesson-hidden-shock = Sudden change: { $what }
lesson-hidden-competitor = A competitor: { $what }
lesson-moved-organic = organic visits
lesson-moved-capacity = leads that can be handled
lesson-moved-retention = retention
lesson-moved-repeat = repeat orders
lesson-moved-referral = referrals
lesson-moved-order-value = order value
lesson-moved-price = prices of media
