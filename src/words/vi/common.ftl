# Thời gian.
period-days = { $count } ngày
period-weeks = { $count } tuần
period-months = { $count } tháng
period-quarters = { $count } quý
nth-day = ngày thứ { $number }
nth-week = tuần thứ { $number }
nth-month = tháng thứ { $number }
nth-quarter = quý thứ { $number }
