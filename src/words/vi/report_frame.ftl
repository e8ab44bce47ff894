# Khung báo cáo: tiêu đề, các phần, khả năng xảy ra, khoảng, tên chỉ số, chú thích biểu đồ.
report-for-by-on = Dành cho { $client } · Thực hiện: { $author } · { $date }
report-for-on = Dành cho { $client } · { $date }
report-by-on = Thực hiện: { $author } · { $date }
report-logo = Logo
report-footer-draws = { $name } · osa { $version } · dữ liệu đầu vào { $hash } · seed { $seed } · { $draws } lượt mô phỏng
report-footer-point = { $name } · osa { $version } · dữ liệu đầu vào { $hash } · ước lượng điểm

section-answer = Câu trả lời
section-money = Bức tranh tài chính
section-charts = Dự báo qua biểu đồ
section-weakest = Giai đoạn yếu nhất và việc cần làm
section-plan = Kế hoạch theo kênh và theo quý
section-risks = Những rủi ro có thể xảy ra
section-assumptions = Các giả định và nguồn
section-method = Cách tính
section-kpis = Các công thức

# Tỷ lệ trong số kịch bản đã mô phỏng; đứng sau “trong”: “trong 93/100 kịch bản”.
chance-every = mọi kịch bản đã mô phỏng
chance-none = không kịch bản nào trong số đã mô phỏng
chance-over-99 = hơn 99/100 kịch bản
chance-under-1 = chưa đến 1/100 kịch bản
chance-of-100 = { $number }/100 kịch bản

range = { $low } đến { $high }
percentage-points = { $number } điểm phần trăm
payback-never = chưa thu hồi trong { $span }
payback-or-later = { $low } hoặc muộn hơn
quarter = Quý { $number }/{ $year }

measure-visits = Lượt truy cập
measure-leads = Lead
measure-customers = Khách hàng mới
measure-orders = Đơn hàng
measure-repeat-orders = Đơn mua lại
measure-revenue = Doanh thu
measure-gross = Lợi nhuận gộp
measure-invest = Chi tiêu marketing
measure-profit = Lợi nhuận
measure-npv = NPV (lợi nhuận đã chiết khấu)
measure-residual = Phần còn lại sau khung thời gian
measure-roi = ROI
measure-roi-horizon = ROI trong khung thời gian
measure-roas = ROAS
measure-cac = CAC (chi phí cho mỗi khách hàng mới)
measure-blended-cac = CAC trên tổng số khách hàng mới
measure-ltv = LTV của một khách hàng mới
measure-payback = Thời gian hoàn vốn
measure-act-rate = Tỷ lệ truy cập thành lead
measure-convert-rate = Tỷ lệ lead thành khách hàng
measure-served = Tỷ lệ lead được xử lý
measure-nps = NPS
measure-csi = CSI
measure-market-share = Thị phần

caption-roi = Qua từng kỳ, kế hoạch đã lãi thêm bao nhiêu trên mỗi đồng chi ra; phía trên đường số 0, khoản chi đã được thu hồi.
caption-profit = Tổng số tiền kế hoạch đã thu về trừ đi chi phí; điểm thấp nhất là lượng tiền mặt cần có trước khi hoàn vốn.
caption-funnel = Bao nhiêu người đi qua từng giai đoạn của phễu và bao nhiêu phần trong số đó đi tiếp sang giai đoạn sau.
caption-weakest = Mỗi giai đoạn sẽ mang lại thêm bao nhiêu nếu đạt mục tiêu: thanh dài nhất là nơi nên bắt đầu.
caption-response = Mỗi kênh mang lại gì ở từng mức chi: đường cong càng phẳng, mỗi đồng chi thêm càng ít hiệu quả.
caption-reallocation = Ngân sách hiện đang đi đâu và đề xuất phân bổ lại thế nào.
caption-frontier = Kế hoạch tốt nhất ở mỗi mức ngân sách đáng giá bao nhiêu: khi đường cong đi ngang, tăng ngân sách không mang lại thêm gì.
caption-kaizen = Kết quả tăng dần ra sao khi kế hoạch được cải tiến từng chút một.
caption-tornado = Kết quả sẽ ra sao nếu chỉ một giả định thấp hoặc cao hơn dự kiến: những thanh dài nhất cần được xem kỹ nhất.
caption-sensitivity = Những giả định nào làm kết quả bất định: đo lường giả định đứng đầu sẽ thu hẹp độ bất định nhiều nhất.
caption-what-if = So sánh các kế hoạch: mỗi kế hoạch có khoảng kết quả và mức chênh lệch so với kế hoạch đầu tiên.

page-contents = Mục lục
page-sort = Sắp xếp theo cột này
caption-retention = Trong số khách hàng có được cùng lúc, bao nhiêu người còn ở lại theo thời gian, và tổng cộng có bao nhiêu khách hàng.
caption-waterfall = Mỗi bước chuyển ngân sách tự nó mang lại bao nhiêu, từ kế hoạch hiện tại đến đề xuất; bước cuối là phần chỉ có được khi các bước đi cùng nhau.
span-and-after = { $span } và sau đó
