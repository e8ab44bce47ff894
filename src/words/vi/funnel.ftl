funnel-subtitle = { $plans ->
    [two] Người và đơn hàng, số lượng trong { $span }; kế hoạch hiện tại để rỗng, đề xuất tô đậm.
   *[one] Người và đơn hàng, số lượng trong { $span }.
}
funnel-whiskers = Thanh ở trung vị, râu: 8/10 kịch bản.
funnel-ticks = Vạch đứng: kế hoạch hiện tại nếu đạt tỷ lệ mục tiêu.
funnel-broken = Thanh lượt truy cập bị rút ngắn (dấu //); các thanh khác đúng tỷ lệ.
funnel-logarithmic = Thang logarit: mỗi vạch gấp mười lần vạch trước, độ dài không theo tỷ lệ.
funnel-title-proposal = Đề xuất mang lại { $proposal } khách hàng thay vì { $today }
funnel-title = { $visits } lượt truy cập mang lại { $customers } khách hàng và { $orders } đơn mua lại

# Các bước và quan hệ với bước trước.
funnel-visits = Lượt truy cập
funnel-leads = Lead
funnel-customers = Khách hàng
funnel-customers-note = mới
funnel-active = Khách còn mua
funnel-active-note = cuối kỳ
funnel-repeat = Đơn mua lại
funnel-act = { $rate } lượt truy cập thành lead
funnel-convert = { $rate } lead đã xử lý thành khách hàng
funnel-kept = { $period ->
    [day] { $rate } được giữ lại sang ngày sau
    [month] { $rate } được giữ lại sang tháng sau
    [quarter] { $rate } được giữ lại sang quý sau
   *[week] { $rate } được giữ lại sang tuần sau
}
funnel-repeat-rate = { $period ->
    [day] { $orders } đơn mỗi khách được giữ mỗi ngày
    [month] { $orders } đơn mỗi khách được giữ mỗi tháng
    [quarter] { $orders } đơn mỗi khách được giữ mỗi quý
   *[week] { $orders } đơn mỗi khách được giữ mỗi tuần
}
funnel-target = mục tiêu { $target }
funnel-target-visits = mục tiêu { $target } { $per }
funnel-target-organic-visits = tự nhiên { $now }, mục tiêu { $target }
funnel-target-organic-leads = tự nhiên { $now }, mục tiêu { $target }
funnel-count-today = { $count } hiện tại
funnel-count-proposal = { $count } đề xuất

# Tiềm năng của mỗi giai đoạn.
funnel-at-stake = Tiềm năng theo giai đoạn
funnel-weakest = { $stage }: yếu nhất
funnel-by-target = nếu đạt mục tiêu
funnel-by-lever = bằng đòn bẩy tốt nhất
funnel-unranked = không có mục tiêu, đòn bẩy
