"""The words of offices: staff and what they have learned, training, schooling, equipment, the party, the trade union.

Written as the words of the movement are.
"""

OFFICES = """
staff: cán bộ | nhân lực | nhân lực y tế | giáo viên cán bộ | công chức | viên chức | người lao động | nhân viên | lao
    động | cán bộ giáo viên nhân viên | cán bộ giáo viên | cán bộ công chức viên chức | công nhân viên chức lao động |
    cán bộ công nhân viên | công nhân lao động | cán bộ công chức lao động | cán bộ viên chức lao động | công nhân
    viên chức | nhân sự | biên chế | đội ngũ | cán bộ công chức | cán bộ công chức viên chức người lao động | công
    chức viên chức người lao động | cán bộ viên chức | viên chức người lao động | biên chế hiện có | biên chế có mặt |
    cán bộ công chức viên chức lao động | công chức người lao động | cán bộ nhân viên | số người làm việc | cán bộ
    giảng viên | cán bộ giảng viên nhân viên | cán bộ giáo viên giảng viên | cán bộ giảng viên người lao động | cán bộ
    chiến sĩ | cán bộ công nhân | cán bộ công chức viên chức lao động hợp đồng | cán bộ công chức viên chức và lao
    động hợp đồng | cán bộ công nhân viên chức | cán bộ công nhân viên chức lao động | quân số | cán bộ quản lý giáo
    viên nhân viên | cán bộ quản lý giáo viên và nhân viên | cán bộ quản lý giảng viên nhân viên
staff member: là hội viên | là hội viên hội khuyến học | là hội viên khuyến học
party-member: đảng viên
teacher: giáo viên | giảng viên | thầy cô | giảng viên chuyên trách | giảng viên cơ hữu | giáo viên cơ hữu
professor: giáo sư | phó giáo sư | giáo sư phó giáo sư
phd: tiến sĩ
master: thạc sĩ
bachelor: đại học | cử nhân
college: cao đẳng
vocational: trung cấp | trung học chuyên nghiệp
elementary: sơ cấp
postgraduate: sau đại học | trên đại học | thạc sĩ tiến sĩ | sau đại học thạc sĩ tiến sĩ | thạc sĩ và tiến sĩ | tiến
    sĩ thạc sĩ | tiến sĩ và thạc sĩ
political: lý luận chính trị | lý luận | chính trị
advanced: cao cấp
or-higher: trở lên
qualified: đạt chuẩn trình độ đào tạo | đạt chuẩn trình độ đào tạo trở lên | đạt chuẩn | chuẩn | đạt chuẩn trở lên |
    đạt chuẩn và trên chuẩn
above-standard: trên chuẩn | vượt chuẩn
other: khác | trình độ khác
certified: chứng chỉ | có chứng chỉ | văn bằng | bằng | có bằng
graduated: tốt nghiệp | đã tốt nghiệp
graduated staff: trình độ văn hóa | trình độ học vấn
graduated staff school-level: trình độ văn hóa 12 12
graduated school-level: văn hóa 12 12
school school-level: trường đại học | trường cao đẳng | trường trung cấp | trường đại học cao đẳng | trường cao đẳng
    đại học | trường cao đẳng trung cấp
doctor: bác sĩ
minority: dân tộc thiểu số | người dân tộc thiểu số | là người dân tộc thiểu số
women: nữ | phụ nữ
sent: cử học | cử đi học | được cử đi học | đi học | được cử học | cử tham gia học | cử người đi học | cử cán bộ đi
    học | cử đi đào tạo | được cử đi đào tạo | cử đào tạo | cử | được cử | cử đi
sent master: cử đi học cao học | cử học cao học | được cử học cao học | đi học cao học | cử đi đào tạo cao học
sent phd: cử đi học nghiên cứu sinh | đi học nghiên cứu sinh | cử đi nghiên cứu sinh | đi nghiên cứu sinh | cử đi đào
    tạo nghiên cứu sinh | cử đi làm nghiên cứu sinh | đi làm nghiên cứu sinh
trained: đào tạo | bồi dưỡng | đào tạo bồi dưỡng | tập huấn | được đào tạo | được bồi dưỡng | tham gia đào tạo | tham
    gia bồi dưỡng | tham gia tập huấn | tham gia đào tạo bồi dưỡng | bồi dưỡng nghiệp vụ | tập huấn nghiệp vụ | được
    bồi dưỡng nghiệp vụ | được tập huấn nghiệp vụ | được tập huấn | dự tập huấn | dự bồi dưỡng
through trained: qua đào tạo | đã qua đào tạo | qua bồi dưỡng | đã qua bồi dưỡng | qua tập huấn | đã qua tập huấn
trade: nghề
through trained trade: đã học nghề
staff through trained: lực lượng lao động được đào tạo | lực lượng lao động qua đào tạo | lực lượng lao động đã qua
    đào tạo
workforce-certified: lao động có bằng cấp chứng chỉ | lao động có bằng chứng chỉ | lao động được cấp bằng chứng chỉ |
    lao động có chứng chỉ | lao động qua đào tạo có bằng chứng chỉ | lao động qua đào tạo có bằng cấp chứng chỉ | lao
    động qua đào tạo có chứng chỉ | lao động đã qua đào tạo có bằng chứng chỉ | lao động đã qua đào tạo có bằng cấp
    chứng chỉ | lao động đã qua đào tạo có chứng chỉ
study-further: học tập nâng cao trình độ | đi học nâng cao trình độ | được cử đi học nâng cao trình độ | tham gia học
    tập nâng cao trình độ | học nâng cao trình độ | tham gia học nâng cao trình độ | theo học nâng cao trình độ | theo
    học nâng trình độ | đang theo học nâng trình độ | học nâng trình độ
yearly: chuyên ngành trong năm | kiến thức kỹ năng chuyên ngành năm | hằng năm | hàng năm | chuyên ngành hằng năm |
    thường xuyên | kiến thức kỹ năng chuyên ngành trong năm | kiến thức kỹ năng chuyên ngành hằng năm | kiến thức kỹ
    năng chuyên ngành hàng năm | kiến thức chuyên ngành hằng năm
state-management: quản lý nhà nước
state-management trained: chứng chỉ quản lý nhà nước | có chứng chỉ quản lý nhà nước
specialist: chuyên ngành | kiến thức chuyên ngành
moral-example: tấm gương đạo đức hồ chí minh | học tập tấm gương đạo đức hồ chí minh | học tập và làm theo tấm gương
    đạo đức hồ chí minh | học tập tấm gương | học tập tấm gương hồ chí minh | tấm gương đạo đức hcm | học tập tấm
    gương đạo đức hcm | học tập và làm theo tấm gương đạo đức hcm | học tập và làm theo tấm gương hồ chí minh | học
    tập làm theo tấm gương đạo đức hồ chí minh | cuộc vận động học tập và làm theo tấm gương đạo đức hồ chí minh |
    cuộc vận động học tập làm theo tấm gương đạo đức hồ chí minh | cuộc vận động học tập tấm gương đạo đức hồ chí minh
    | học tập quán triệt tấm gương đạo đức hồ chí minh | quán triệt học tập tấm gương đạo đức hồ chí minh
school-level: giáo dục thường xuyên | giáo dục nghề nghiệp giáo dục thường xuyên | nhà trẻ | mầm non | mẫu giáo | tiểu
    học | trung học cơ sở | trung học phổ thông | trung học | phổ thông | trung tâm giáo dục thường xuyên | trung tâm
    giáo dục nghề nghiệp giáo dục thường xuyên
universal-education: phổ cập giáo dục
foreign-language: ngoại ngữ
it: công nghệ thông tin | tin học
it-level-a: tin học a | tin học trình độ a | trình độ tin học a | chứng chỉ tin học a | tin học a hoặc tương đương |
    trình độ tin học a hoặc tương đương
it-level-b: tin học b | tin học trình độ b | trình độ tin học b | chứng chỉ tin học b
job-ready: vị trí việc làm | đáp ứng vị trí việc làm | đáp ứng yêu cầu vị trí việc làm | ứng dụng công nghệ thông tin
    vị trí việc làm
it job-ready: ứng dụng công nghệ thông tin đáp ứng yêu cầu vị trí việc làm | ứng dụng công nghệ thông tin đáp ứng vị
    trí việc làm | công nghệ thông tin đáp ứng yêu cầu vị trí việc làm | công nghệ thông tin đáp ứng vị trí việc làm
digital-skill: kỹ năng số | kỹ năng số cơ bản | kỹ năng công nghệ thông tin | năng lực công nghệ thông tin
person digital-skill: lao động có kỹ năng số | người lao động có kỹ năng số | kỹ năng số của người lao động
person life-skill: lao động được trang bị kỹ năng sống | lao động được học kỹ năng sống | người lao động được trang bị
    kỹ năng sống | người lao động được học kỹ năng sống
life-skill: kỹ năng sống | trang bị kỹ năng sống | được trang bị kỹ năng sống | học kỹ năng sống | được học kỹ năng
    sống
digital-school: môi trường số | trên môi trường số | quản lý dạy học trên môi trường số | quản lý và dạy học trên môi
    trường số | dạy học trên môi trường số | hoạt động trên môi trường số
it-topic: chuyển đổi số | hạ tầng công nghệ thông tin | ứng dụng công nghệ thông tin
equipped: trang bị | được trang bị | dùng
email: hộp thư điện tử | email công vụ | thư điện tử | hòm thư điện tử | địa chỉ thư điện tử | email | hộp thư điện tử
    công vụ | thư điện tử công vụ | hộp thư công vụ | hòm thư công vụ | địa chỉ email | hộp thư email
lan: mạng nội bộ | mạng lan | lan | mạng nội bộ lan | mạng máy tính nội bộ | mạng lan nội bộ
document-system: phần mềm quản lý văn bản | hệ thống quản lý văn bản | quản lý văn bản và hồ sơ công việc | phần mềm
    quản lý văn bản và hồ sơ công việc | hệ thống quản lý văn bản và hồ sơ công việc | quản lý văn bản và điều hành |
    phần mềm quản lý văn bản và điều hành | hệ thống quản lý văn bản và điều hành
portal: cổng thông tin | cổng thông tin điện tử | trang thông tin điện tử | cổng thông tin điện tử tỉnh
updated: cập nhật | đưa tin | đưa tin lên | tin cập nhật | tin bài cập nhật
each-day: mỗi ngày | ngày | lần ngày | một ngày
managed: quản lý
trade-union: công đoàn | công đoàn cơ sở | tổ chức công đoàn
union-member: đoàn viên công đoàn | đoàn viên
party: công tác đảng | phát triển đảng | công tác xây dựng đảng | xây dựng đảng
party-body: tổ chức đảng | chi bộ | đảng bộ | toàn đảng bộ
party-org: chi bộ đảng bộ cơ sở | chi bộ cơ sở | đảng bộ cơ sở | chi đảng bộ | tổ chức cơ sở đảng | chi đảng bộ cơ sở
party-committee: cấp ủy viên | ủy viên cấp ủy | ủy viên các cấp ủy | ban chấp hành đảng bộ | ủy viên ban chấp hành |
    ủy viên ban chấp hành đảng bộ | ủy viên ban chấp hành đảng bộ khối
new party-member: kết nạp đảng
youth-union: đoàn | đoàn thanh niên
level-3: mức độ 3 | mức 3
"""
