# Bảng tài chính.
money-caption = So sánh các kế hoạch, mọi giả định ở trung vị
money-figure = Chỉ số
money-difference = Chênh lệch
money-range = Đề xuất, 8/10 kịch bản
money-unlimited = Không giới hạn từng kênh
money-note-range = Khoảng “8/10 kịch bản” không tính một phần mười tốt nhất và một phần mười xấu nhất trong số kịch bản đã mô phỏng.
money-note-unlimited = “Không giới hạn từng kênh” là kế hoạch tốt nhất với cùng ngân sách nếu không kênh nào bị giới hạn: cho thấy cái giá của các giới hạn.
money-note-median = Biểu đồ cho thấy trung vị của các kết quả, bảng này cho thấy kết quả với các giả định ở trung vị: hai con số có thể khác nhau.
targets-target = Mục tiêu
targets-chance = Đạt trong
targets-caption = Các mục tiêu của kế hoạch
