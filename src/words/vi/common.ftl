# Thời gian.
period-days = { $count } ngày
period-weeks = { $count } tuần
period-months = { $count } tháng
period-quarters = { $count } quý
nth-day = ngày { $number }
nth-week = tuần { $number }
nth-month = tháng { $number }
nth-quarter = quý { $number }
