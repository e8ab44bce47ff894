# Kế hoạch theo kênh và theo quý.
plan-caption = Chi tiêu của đề xuất ({ $currency }) theo kênh và theo quý dương lịch; mỗi kỳ được tính vào quý mà kỳ đó bắt đầu
plan-caption-years = Chi tiêu của đề xuất ({ $currency }) theo kênh và theo năm; mỗi kỳ được tính vào năm mà kỳ đó bắt đầu
plan-caption-total = Chi tiêu của đề xuất ({ $currency }) theo kênh trong toàn bộ khung thời gian
plan-channel = Kênh
plan-total = Đề xuất
plan-today = Hiện tại
plan-change = Thay đổi
plan-sum = Tổng
plan-actions-row = Hành động
plan-actions = Hành động
plan-action-new = Mới: { $name }
plan-action-stays = Giữ như kế hoạch: { $name }
plan-action-dropped = Bỏ: { $name }
