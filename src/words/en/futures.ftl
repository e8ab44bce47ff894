# The key above a plot with bands.
futures-key-median = median
futures-key-five = 5 futures in 10
futures-key-eight = 8 in 10
futures-key-nine = 9 in 10
futures-key-today = today’s plan, median

# A range that holds eight futures in ten.
eight-in-ten = 8 in 10: { $from } to { $to }
eight-in-ten-at = 8 in 10: { $value }

# How likely something is, at the end of a sentence.
in-futures-every = in every future drawn
in-futures-none = in no future drawn
in-futures-over = in over 99 of 100 futures
in-futures-under = in under 1 of 100 futures
in-futures-some = { $n ->
    [one] in { $count } of 100 futures
   *[other] in { $count } of 100 futures
}

# The same in a label.
in-hundred-every = in every draw
in-hundred-none = in no draw
in-hundred-over = in over 99 of 100
in-hundred-under = in under 1 of 100
in-hundred-some = in { $count } of 100
