// What stands in each paper of a dossier: headings, paragraphs with {fields}, tables. Data, not logic. A part with `of`
// is only for titles of that name; `to` is who gets the paper before those the officer names. A request is a letter
// (công văn: no title, its subject under its number); what goes with a report is an annex, without a number of its own.

export default [
  {
    "id": "van-ban-de-nghi", "name": "Văn bản đề nghị", "code": "………", "to": "Như trên",
    "subject": "đề nghị đánh giá, công nhận {danh_hieu} năm {nam}",
    "blocks": [
      {"p": "Kính gửi: {noi_gui}", "centre": true},
      {"p": "Căn cứ {van_ban};"},
      {"p": "Căn cứ kết quả tự đánh giá năm {nam} (số liệu từ ngày 01 tháng 01 đến ngày 31 tháng 12),"},
      {"p": "{ten} đề nghị {noi_gui} đánh giá, công nhận danh hiệu {danh_hieu}, {bo} cho năm {nam}."},
      {"p": "Kết quả tự đánh giá: đạt {so_dat} trên {so_xet} chỉ tiêu phải xét."},
      {"h": "Hồ sơ kèm theo"},
      {"p": "1. Báo cáo tự đánh giá.\n2. Bản tổng hợp kết quả tự đánh giá các tiêu chí, chỉ tiêu."},
      {"p": "3. Biên bản họp thống nhất kết quả.", "of": "cong-dong-hoc-tap"},
      {"p": "{ten} chịu trách nhiệm về số liệu và minh chứng trong hồ sơ./."}
    ]
  },
  {
    "id": "bao-cao-tu-danh-gia", "name": "Báo cáo tự đánh giá", "code": "BC",
    "title": "BÁO CÁO", "subject": "Tự đánh giá {danh_hieu} năm {nam}",
    "blocks": [
      {"h": "I. GIỚI THIỆU ĐƠN VỊ"},
      {"p": "{ten} có {so_nguoi} người tại ngày 31 tháng 12 năm {nam}."},
      {"p": "Danh hiệu thi đua của đơn vị trong năm: {thi_dua}.", "of": "don-vi-hoc-tap"},
      {"h": "II. QUÁ TRÌNH TỰ ĐÁNH GIÁ"},
      {"p": "{qua_trinh}"},
      {"h": "III. KẾT QUẢ TỪNG TIÊU CHÍ, CHỈ TIÊU"},
      {"table": "criteria"},
      {"p": "Đạt {so_dat} trên {so_xet} chỉ tiêu phải xét."},
      {"h": "IV. ĐIỂM MẠNH, ĐIỂM YẾU, VIỆC LÀM TIẾP"},
      {"p": "Điểm mạnh: {diem_manh}"},
      {"p": "Điểm yếu: {diem_yeu}"},
      {"p": "Việc làm tiếp: {lam_tiep}"},
      {"h": "V. KẾT LUẬN VÀ MỨC ĐỘ ĐỀ NGHỊ"},
      {"p": "{ket_luan}"},
      {"p": "Đề nghị công nhận: {danh_hieu}, {bo}./."}
    ]
  },
  {
    "id": "ban-tong-hop", "name": "Bản tổng hợp kết quả", "annexOf": "Báo cáo số ………/BC-……… {ngay_chu} của {ten}",
    "title": "BẢN TỔNG HỢP", "subject": "Kết quả tự đánh giá các tiêu chí, chỉ tiêu {danh_hieu} năm {nam}",
    "blocks": [
      {"p": "Theo {van_ban}, {bo}. Số liệu từ ngày 01 tháng 01 đến ngày 31 tháng 12 năm {nam}."},
      {"table": "evidence"},
      {"p": "Tổng hợp: đạt {so_dat} trên {so_xet} chỉ tiêu phải xét. {ket_luan}"}
    ]
  },
  {
    "id": "bien-ban-hop", "name": "Biên bản họp thống nhất kết quả", "code": "BB", "of": "cong-dong-hoc-tap",
    "signers": ["THƯ KÝ", "CHỦ TRÌ"],
    "title": "BIÊN BẢN", "subject": "Họp thống nhất kết quả tự đánh giá {danh_hieu} năm {nam}",
    "blocks": [
      {"p": "Thời gian bắt đầu: ……… giờ ……… phút, ngày …… tháng …… năm ………"},
      {"p": "Địa điểm: {dots}"},
      {"p": "Chủ trì (chức vụ): {dots}\nThư ký (chức vụ): {dots}\nThành phần tham dự (đại diện cơ quan, đoàn thể, thôn): {dots}"},
      {"h": "I. NỘI DUNG"},
      {"p": "Xem xét kết quả tự đánh giá theo {van_ban}, {bo}; số liệu từ ngày 01 tháng 01 đến ngày 31 tháng 12 năm {nam}."},
      {"table": "criteria"},
      {"h": "II. Ý KIẾN"},
      {"p": "{dots}"},
      {"h": "III. KẾT LUẬN"},
      {"p": "Đạt {so_dat} trên {so_xet} chỉ tiêu phải xét. {ket_luan}"},
      {"p": "Số người tán thành: ……… trên ………"},
      {"p": "Cuộc họp kết thúc vào ……… giờ ……… phút cùng ngày. Biên bản đã đọc cho mọi người cùng nghe và thống nhất./."}
    ]
  },
  {
    "id": "quyet-dinh-lap-to", "name": "Quyết định lập tổ đánh giá", "code": "QĐ", "to": "Như Điều 3",
    "title": "QUYẾT ĐỊNH", "subject": "Về việc lập tổ đánh giá {danh_hieu} năm {nam}",
    "blocks": [
      {"p": "{chuc_vu_hoa}", "bold": true, "centre": true},
      {"p": "Căn cứ {van_ban};", "italic": true},
      {"p": "Căn cứ ………………………………………………;", "italic": true},
      {"p": "Theo đề nghị của {dots}.", "italic": true},
      {"p": "QUYẾT ĐỊNH:", "bold": true, "centre": true},
      {"p": "Điều 1. Lập tổ đánh giá {danh_hieu} năm {nam} của {ten}, gồm:"},
      {"p": "1. Tổ trưởng: {to_truong};\n2. Các tổ viên: {to_vien}."},
      {"p": "Điều 2. Tổ đánh giá thu thập minh chứng, tự đánh giá từng tiêu chí, chỉ tiêu, viết báo cáo tự đánh giá và bản tổng hợp kết quả; xong trước ngày {han_to}."},
      {"p": "Điều 3. Quyết định này có hiệu lực từ ngày ký. {ten} và các ông, bà có chức vụ nêu ở Điều 1 chịu trách nhiệm thi hành./."}
    ]
  }
];
