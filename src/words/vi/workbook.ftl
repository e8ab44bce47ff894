# Trang.
workbook-sheet-summary = Tóm tắt
workbook-sheet-charts = Biểu đồ
workbook-sheet-plan = Kế hoạch
workbook-sheet-quarters = Theo quý
workbook-sheet-forecast-before = Dự báo hiện tại
workbook-sheet-forecast-after = Dự báo đề xuất
workbook-sheet-ranges-before = Khoảng hiện tại
workbook-sheet-ranges-after = Khoảng đề xuất
workbook-sheet-channels = Kênh
workbook-sheet-assumptions = Giả định
workbook-sheet-sensitivity = Độ nhạy
workbook-sheet-checks = Đối chiếu
workbook-sheet-method = Cách tính

# Kế hoạch.
workbook-before = Hiện tại
workbook-after = Đề xuất
workbook-unlimited = Không giới hạn kênh
workbook-difference = Chênh lệch
workbook-relative = Chênh lệch %
workbook-range-of = { $name }: 8/10 kịch bản
workbook-from = từ
workbook-eight-from = 8/10: từ
workbook-eight-to = 8/10: đến
workbook-middle = trung vị
workbook-to = đến

# Chỉ số.
workbook-visits = Lượt truy cập
workbook-leads = Lead
workbook-customers = Khách hàng mới
workbook-orders = Đơn hàng
workbook-repeat-orders = Đơn mua lặp lại
workbook-active = Khách đang hoạt động
workbook-revenue = Doanh thu
workbook-gross = Lợi nhuận gộp
workbook-invest = Chi tiêu marketing
workbook-profit = Lợi nhuận
workbook-npv = NPV
workbook-residual = Lợi nhuận gộp sau kỳ kế hoạch
workbook-long-term-profit = Lợi nhuận dài hạn
workbook-roi = ROI
workbook-roi-horizon = ROI trong kỳ kế hoạch
workbook-roas = ROAS
workbook-cac = CAC
workbook-blended-cac = CAC gộp
workbook-ltv = LTV
workbook-payback = Hoàn vốn (số kỳ)
workbook-act-rate = Tỷ lệ truy cập → lead
workbook-convert-rate = Tỷ lệ lead → khách hàng
workbook-served = Lead được xử lý

# Cách tính chỉ số.
workbook-made-of = Cách tính
workbook-of-orders = đơn đầu tiên + đơn mua lặp lại
workbook-of-gross = doanh thu × biên lợi nhuận
workbook-of-invest = chi tiêu các kênh + chi phí hành động
workbook-of-profit = lợi nhuận gộp − chi tiêu − chi phí cố định
workbook-of-npv = tổng của hệ số chiết khấu × lợi nhuận
workbook-of-residual = theo mô hình: lợi nhuận gộp đã chiết khấu sau kỳ kế hoạch
workbook-of-roi = (lợi nhuận gộp tăng thêm đã chiết khấu, gồm cả phần sau kỳ kế hoạch − chi tiêu đã chiết khấu) / chi tiêu đã chiết khấu
workbook-of-roi-horizon = như trên, không tính phần sau kỳ kế hoạch
workbook-of-roi-within = (lợi nhuận gộp tăng thêm đã chiết khấu − chi tiêu đã chiết khấu) / chi tiêu đã chiết khấu
workbook-of-roas = doanh thu tăng thêm / chi tiêu
workbook-of-cac = chi tiêu / khách hàng mới tăng thêm
workbook-of-blended-cac = chi tiêu / tất cả khách hàng mới
workbook-of-ltv = theo mô hình: lợi nhuận gộp đã chiết khấu của một khách hàng mới
workbook-of-payback = kỳ đầu tiên mà từ đó lợi nhuận lũy kế luôn từ 0 trở lên
workbook-of-act-rate = lead tạo ra / lượt truy cập
workbook-of-convert-rate = khách hàng có được / lead đã xử lý
workbook-of-served = theo mô hình: lead đã xử lý / lead đã đến

# Tóm tắt.
workbook-summary-note = { $horizon } từ { $date }, tiền tính bằng { $currency }. Tổng và KPI là công thức từ các trang dự báo; kế hoạch không giới hạn kênh, các khoảng và dòng “theo mô hình” là kết quả tính sẵn.
workbook-figure = Chỉ số
workbook-objective = Mục tiêu: { $name }
workbook-agreement = Mọi công thức khớp với mô hình
workbook-chance-roi = Xác suất ROI trên 0
workbook-chance-payback = Xác suất hoàn vốn trong kỳ kế hoạch
workbook-chance-better = Xác suất đề xuất tốt hơn

# Biểu đồ.
workbook-charts-title = Biểu đồ
workbook-charts-note = Vẽ từ các ô của những trang khác và thay đổi theo chúng.
workbook-chart-profit = Lợi nhuận lũy kế của marketing
workbook-chart-roi = ROI lũy kế của marketing
workbook-chart-funnel = Phễu trong kỳ kế hoạch
workbook-chart-spend = Chi tiêu theo kênh

# Kế hoạch chi tiêu.
workbook-plan-title = Kế hoạch: chi cho kênh nào, bao nhiêu, khi nào
workbook-plan-note = Chi tiêu từng kênh và chi phí từng hành động theo kỳ, { $unit }.
workbook-plan-note-cut = Chi tiêu từng kênh và chi phí từng hành động theo kỳ, { $unit }; { $count } mục cuối được cộng vào một cột vì không đủ chỗ.
workbook-total = Tổng
workbook-first-day = Ngày đầu kỳ
workbook-action = Hành động: { $name }
workbook-others = { $count } mục khác
workbook-quarters-title = Kế hoạch theo quý
workbook-quarters-note = Mỗi kỳ thuộc về quý mà kỳ đó bắt đầu.
workbook-quarter-of = Quý { $quarter }/{ $year }
workbook-day = Ngày
workbook-week = Tuần
workbook-month = Tháng
workbook-quarter = Quý

# Dự báo.
workbook-forecast-title = Dự báo: { $plan }
workbook-forecast-note = Theo trung vị của mọi giả định. Từ lượt truy cập đến doanh thu là kết quả mô hình; lợi nhuận gộp, chi tiêu và các cột sau là công thức.
workbook-group-people = Khách và đơn hàng
workbook-group-money = Tiền
workbook-group-trace = Cơ sở tính (chỉ xem trên màn hình)
workbook-fixed-cost-head = Chi phí cố định
workbook-profit-so-far = Lợi nhuận lũy kế của marketing
workbook-roi-so-far = ROI lũy kế
workbook-customers-without = Khách hàng mới khi không marketing
workbook-revenue-without = Doanh thu khi không marketing
workbook-gross-without = Lợi nhuận gộp khi không marketing
workbook-discount = Hệ số chiết khấu
workbook-discounted-gross = Lợi nhuận gộp tăng thêm đã chiết khấu
workbook-discounted-invest = Chi tiêu đã chiết khấu
workbook-discounted-gross-so-far = Lợi nhuận gộp tăng thêm đã chiết khấu, lũy kế
workbook-discounted-invest-so-far = Chi tiêu đã chiết khấu, lũy kế
workbook-invest-so-far = Chi tiêu lũy kế
workbook-red = Kỳ còn âm
workbook-leads-created = Lead tạo ra
workbook-customers-created = Khách hàng có được
workbook-handled = Lead đã xử lý

# Khoảng.
workbook-ranges-title = Khoảng: { $plan }
workbook-ranges-note = Tám trên mười kịch bản nằm giữa “từ” và “đến”. Không thể cộng các đầu khoảng: mỗi khoảng chỉ đúng cho riêng nó.

# Kênh.
workbook-channels-title = Kênh: chi phí và kết quả của từng kênh
workbook-channels-note = Trong kỳ kế hoạch. Chi tiêu và chênh lệch là công thức từ kế hoạch; kết quả của kênh là kết quả mô hình. ROI cận biên: đồng tiền tiếp theo mang về bao nhiêu.
workbook-channel = Kênh
workbook-media = Loại kênh
workbook-media-paid = trả phí
workbook-media-owned = sở hữu
workbook-media-earned = lan truyền
workbook-place = Nơi
workbook-place-online = trực tuyến
workbook-place-offline = ngoại tuyến
workbook-cost-per-customer = Chi tiêu mỗi khách hàng
workbook-marginal-roi = ROI cận biên
workbook-held = Giới hạn trong đề xuất
workbook-held-observed = vượt mức từng chi
workbook-held-min = ở mức tối thiểu
workbook-held-max = ở mức tối đa
workbook-held-min-total = ở tổng tối thiểu
workbook-held-max-total = ở tổng tối đa
workbook-held-locked = bị khóa
workbook-held-committed = đã cam kết
workbook-held-step = đến hết một bước
workbook-held-ramp = ở tốc độ thay đổi tối đa
workbook-held-burst = ở mức tối thiểu mỗi đợt
workbook-source-organic = tự nhiên
workbook-source-referral = giới thiệu

# Giả định.
workbook-assumptions-title = Giả định
workbook-assumptions-note = Các ô xanh là đầu vào của công thức: sửa chúng, tổng và KPI sẽ đổi theo, trừ những gì lấy từ mô hình và phần tính từ đó. Các đại lượng khác nằm trong kết quả mô hình: muốn đổi phải tính lại.
workbook-inputs = Số liệu đầu vào của công thức
workbook-margin = Biên lợi nhuận gộp
workbook-fixed-cost = Chi phí cố định mỗi kỳ
workbook-discount-rate = Lãi suất chiết khấu mỗi năm
workbook-per-year = Số kỳ mỗi năm
workbook-residual-without = Lợi nhuận gộp sau kỳ kế hoạch khi không marketing
workbook-targets = Mục tiêu trong kỳ kế hoạch
workbook-quantities = Các đại lượng của kịch bản
workbook-key = Khóa trong kịch bản
workbook-value = Giá trị
workbook-low = Thấp
workbook-high = Cao
workbook-unit = Đơn vị
workbook-unit-share = tỷ lệ
workbook-unit-number = số
workbook-source = Nguồn

# Độ nhạy.
workbook-sensitivity-title = Độ nhạy: kết quả phụ thuộc vào đâu
workbook-sensitivity-note = Tỷ phần phương sai và giá trị thông tin dựa trên { $draws } lần rút mẫu.
workbook-nothing-uncertain = Kịch bản không có đại lượng bất định.
workbook-tornado = Từng đại lượng riêng lẻ: { $name }
workbook-at-low = { $plan } ở phân vị 10
workbook-at-high = { $plan } ở phân vị 90
workbook-p10 = Phân vị 10
workbook-p50 = Trung vị
workbook-p90 = Phân vị 90
workbook-swing = Biên độ của hiện tại
workbook-gain-low = Lợi thêm ở phân vị 10
workbook-gain-high = Lợi thêm ở phân vị 90
workbook-switching = Giá trị làm đổi lựa chọn
workbook-switching-level = Tỷ lệ kịch bản thấp hơn
workbook-shares = Tỷ phần phương sai (chỉ số Sobol’)
workbook-first-order = Hiện tại: riêng lẻ
workbook-total-order = Hiện tại: cùng đại lượng khác
workbook-gain-first-order = Lợi thêm: riêng lẻ
workbook-gain-total-order = Lợi thêm: cùng đại lượng khác
workbook-error = Sai số chuẩn
workbook-interaction = Chỉ khi kết hợp
workbook-information = Giá trị của việc biết trước khi chọn
workbook-worth = Giá trị tối đa
workbook-everything = Mọi đại lượng
workbook-mean-gain = Lợi thêm trung bình của đề xuất

# Đối chiếu.
workbook-checks-title = Đối chiếu: công thức của bảng tính và mô hình
workbook-checks-note = Khớp khi các ô xanh vẫn như trong kịch bản.
workbook-plan-head = Kế hoạch
workbook-by-formula = Theo công thức
workbook-by-engine = Theo mô hình
workbook-rounding = Sai số làm tròn cho phép
workbook-check = Đối chiếu
workbook-spend-of = Chi tiêu: { $name }

# Cách tính.
workbook-method-title = Cách tính
workbook-method-note = Cùng kịch bản, cùng phiên bản và cùng hạt giống cho cùng kết quả.
workbook-method-origin = Nguồn của các con số
workbook-method-drawn = Cách rút các kịch bản
workbook-method-searched = Cách tìm đề xuất
workbook-scenario = Kịch bản
workbook-client = Dành cho
workbook-author = Người lập
workbook-hash = Mã băm của kịch bản
workbook-version = Phiên bản osa
workbook-date = Ngày lập
workbook-horizon = Khung thời gian
workbook-draws = Số lần rút mẫu
workbook-draws-none = không: chỉ tính một điểm
workbook-seed = Seed
workbook-sequence = Điểm mẫu
workbook-sequence-sobol = dãy Sobol’ xáo trộn
workbook-sequence-random = số ngẫu nhiên độc lập
workbook-people = Số người
workbook-people-expected = giá trị kỳ vọng
workbook-people-whole = số nguyên, ngẫu nhiên
workbook-dimensions = Số đại lượng bất định
workbook-excluded = Lần rút không có kết quả
workbook-budget = Ngân sách
workbook-optimum = Mục tiêu của kế hoạch tốt nhất tìm được
workbook-captured = Phần lợi thêm mà đề xuất đạt được
workbook-status = Kết thúc tìm kiếm
workbook-status-converged = không còn kế hoạch tốt hơn ở gần: hội tụ
workbook-status-kink = kế hoạch tốt nhất ở điểm vừa đủ công suất
workbook-status-nothing-to-gain = kế hoạch hiện tại đã là tốt nhất
workbook-status-no-progress = không tìm thấy kế hoạch tốt hơn
workbook-status-step-limit = đã đạt giới hạn số bước
workbook-starts = Điểm xuất phát cùng kết quả
workbook-starts-agree = { $agreement } trên { $starts }
workbook-upper-bound = Không kế hoạch nào vượt quá
workbook-gap = Khoảng cách tới giới hạn đó
workbook-cycles = Các vòng cải tiến (kaizen)
workbook-cycle = Vòng
workbook-cycle-before = Trước: { $name }
workbook-cycle-after = Sau: { $name }
workbook-gain = Lợi thêm
workbook-weakest = Giai đoạn yếu nhất
workbook-stage-reach = Tiếp cận
workbook-stage-act = Hành động
workbook-stage-convert = Chuyển đổi
workbook-stage-engage = Gắn kết
workbook-taken = Hành động được chọn
workbook-score = Điểm
