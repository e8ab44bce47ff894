# Cách tính.
method-model = Dự báo đưa kế hoạch qua phễu Tiếp cận, Hành động, Chuyển đổi và Gắn kết trong { $periods }: tiền tạo ra lượt truy cập, với hiệu quả giảm dần và tác động kéo dài theo thời gian; lượt truy cập trở thành lead, lead trở thành khách hàng và khách hàng quay lại. Độ trễ, giới hạn công suất và tính mùa vụ đều được tính đến.
method-money = Lợi nhuận gộp bằng doanh thu nhân với biên lợi nhuận. ROI chỉ tính phần do chi tiêu mang lại thêm: đã trừ đi kết quả của chính hoạt động kinh doanh đó khi không chi tiêu và không có hành động nào.
method-draws = Dự báo được chạy { $draws } lượt, mỗi lượt với giá trị khác nhau của { $quantities } giả định bất định; mọi kế hoạch đều được chạy trong cùng các kịch bản, nên chênh lệch là do chính các kế hoạch.
method-certain = Không có giả định nào bất định, nên dự báo cho một con số duy nhất ở mỗi chỉ số.
method-point-run = Dự báo được chạy một lần, với mọi giả định ở trung vị.
method-search = Kế hoạch tốt nhất được tìm bằng đạo hàm chính xác của dự báo, từ nhiều điểm xuất phát, trong ngân sách và mọi giới hạn đã đặt ra.
method-bound = Trong các giới hạn này, không kế hoạch nào có thể tốt hơn kế hoạch tốt nhất đã tìm thấy quá { $gap }: điều này được chứng minh bằng một cận trên.
method-loop = Đề xuất là điểm dừng của một chuỗi cải tiến nhỏ: tối ưu, chấm điểm, phân tích, rồi lặp lại. Đề xuất đạt { $captured } mức tăng của kế hoạch tốt nhất.
method-fact = Mục
method-value = Giá trị
method-caption = Những gì cần để lập lại báo cáo này
method-date = Ngày báo cáo
method-starts = Ngày bắt đầu kế hoạch
method-version = Chương trình
method-hash = Dữ liệu đầu vào (SHA-256)
method-seed = Seed
method-number-of-draws = Số lượt mô phỏng
