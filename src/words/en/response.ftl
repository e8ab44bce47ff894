# Response curves: what the picture shows, sentence by sentence.
response-subtitle = Gross profit that a channel adds over { $horizon } against its mean spend per { $period ->
    [day] day
    [month] month
    [quarter] quarter
   *[week] week
}, { $currency }; all panels have the same scales.
response-one-mark = ●{"\u00A0"}now.
response-both-marks = ●{"\u00A0"}now, ○{"\u00A0"}proposed.
response-lines = Solid: spend ever observed, dashed: beyond it. Grey: gross profit{"\u00A0"}={"\u00A0"}spend.
response-shades = Shades: 5 and 8 futures in 10.
response-largest = The { $shown } of { $all } channels with the largest spend.

# Above each channel's panel: amounts and returns, at present and as proposed.
response-spend = { $amounts } per { $period ->
    [day] day
    [month] month
    [quarter] quarter
   *[week] week
}
response-marginal = marginal ROI { $rois }

# Titles.
response-title = At today’s spend the next money returns most in { $best } ({ $most }) and least in { $worst } ({ $least })
response-title-one = At today’s spend the next money in { $channel } returns { $roi }
response-title-same = At today’s spend the next money returns { $roi } in every channel
response-title-unknown = What each channel returns at each level of spend
