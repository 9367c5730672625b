package yibao.kiosk.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.form.Cover;
import yibao.kiosk.form.Field;
import yibao.kiosk.form.Form;
import yibao.kiosk.form.Input;

/** What the people who keep a region's folder can say in a form, and what they are told. */
class FormLanguageTest {

  private static final String ENROL =
      """
      id: enrol
      title: 参保登记表
      insurance:
        - {when: {who: child}, kind: resident, held: none}
        - {kind: resident, held: onRecord}
      about: {name: childName, number: childNumber}
      afterwards:
        - {when: {who: child}, label: 缴费, text: 尚未缴费。}
      fields:
        - {name: who, title: 参保人, label: 给谁参保？, input: choice, options: [
            {value: self, label: 本人}, {value: child, label: 孩子}]}
        - {name: childName, title: 孩子姓名, label: 孩子叫什么？, input: name, when: {who: child}}
        - {name: childNumber, title: 身份证号, label: 号码？, input: idNumber, youngerThan: 18, when: {who: [child]}}
        - {name: relation, title: 关系, label: 您是孩子的？, input: choice, codes: kin, when: {who: child}}
        - {name: school, title: 上学, label: 在上学吗？, input: yesNo, when: {who: child}}
        - {name: phone, title: 电话, label: 手机号？, input: phone, prefill: [personPhone], replaces: personPhone}
        - {name: bank, title: 账号, label: 账号？, input: bankAccount, emptyMeans: 不代扣}
        - {name: total, title: 金额, label: 金额？, input: money, most: 50000}
        - {name: pages, title: 张数, label: 几张？, input: count, least: 1, most: 30}
      """;
  private static final String KIN =
      """
      id: kin
      source: 本方
      options: [{value: "51", label: 父亲}, {value: "52", label: 母亲}]
      """;

  @TempDir private Path root;

  @BeforeEach
  void a_region_with_a_form() throws IOException {
    MadeUpRegion.copyTo(root);
    write("_shared/forms/enrol.yaml", ENROL);
    write("_shared/codes/kin.yaml", KIN);
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private Form enrol() {
    return assertInstanceOf(LoadResult.Loaded.class, new RegionPacks(root).load("yunlan"))
        .packs()
        .getFirst()
        .forms()
        .get("enrol");
  }

  private List<String> faults() {
    return assertInstanceOf(LoadResult.Refused.class, new RegionPacks(root).load("yunlan"))
        .faults()
        .stream()
        .map(Fault::message)
        .toList();
  }

  private static List<String> names(Form form) {
    return form.fields().stream().map(Field::name).toList();
  }

  @Test
  void a_form_says_what_it_asks_when_and_under_which_insurance() {
    Form form = enrol();

    assertEquals(new Input.CitizenNumber(java.util.Optional.of(18)), input(form, "childNumber"));
    assertEquals(
        List.of("51", "52"),
        ((Input.Choice) input(form, "relation"))
            .options().stream().map(Input.Option::value).toList());
    assertEquals(2, ((Input.Choice) input(form, "school")).options().size());
    assertEquals(Cover.Held.NONE, form.cover(Map.of("who", "child")).held());
    assertEquals(Cover.Held.ON_RECORD, form.cover(Map.of("who", "self")).held());
    assertTrue(form.field("phone").orElseThrow().replaces().isPresent());
    assertEquals("尚未缴费。", form.afterwards().getFirst().text());
  }

  private static Input input(Form form, String name) {
    return form.field(name).orElseThrow().input();
  }

  @Test
  void a_region_omits_replaces_and_adds_fields_of_a_shared_form() throws IOException {
    write(
        "yunlan/form-changes/enrol.yaml",
        """
        changes: enrol
        title: 云岚参保登记表
        omit: [bank, school]
        fields:
          - {name: phone, title: 电话, label: 联系电话？, input: phone}
          - {name: village, behind: phone, title: 村, label: 哪个村？, input: text, minLength: 2, maxLength: 20}
        afterwards: []
        """);

    Form form = enrol();

    assertEquals("云岚参保登记表", form.title());
    assertEquals(
        List.of(
            "who", "childName", "childNumber", "relation", "phone", "village", "total", "pages"),
        names(form));
    assertEquals("联系电话？", form.field("phone").orElseThrow().label());
    assertTrue(form.afterwards().isEmpty());
  }

  @Test
  void a_regions_own_code_list_takes_the_place_of_the_shared_one() throws IOException {
    write(
        "yunlan/codes/kin.yaml",
        "id: kin\nsource: 云岚\noptions: [{value: a, label: 甲}, {value: b, label: 乙}, {value: c, label: 丙}]");

    assertEquals(3, ((Input.Choice) input(enrol(), "relation")).options().size());
  }

  @Test
  void what_is_changed_but_not_there_is_named() throws IOException {
    write("yunlan/form-changes/a.yaml", "changes: enrol\nomit: [bnak]\n");
    write("yunlan/form-changes/b.yaml", "changes: enroll\ntitle: 表\n");

    assertEquals(List.of("表单“enrol”没有字段“bnak”", "没有表单“enroll”可以修改"), faults());
  }

  @Test
  void leaving_out_a_field_that_others_ask_about_is_named() throws IOException {
    write("yunlan/form-changes/enrol.yaml", "changes: enrol\nomit: [who]\n");

    assertTrue(faults().contains("表单“enrol”引用的字段“who”不在前面"));
  }

  @Test
  void a_choice_without_options_or_of_an_unknown_list_is_named() throws IOException {
    write("_shared/forms/enrol.yaml", ENROL.replace("codes: kin", "codes: kni"));
    assertEquals(List.of("没有代码表“kni”"), faults());

    write("_shared/forms/enrol.yaml", ENROL.replace(", codes: kin", ""));
    assertEquals(List.of("缺少“options”"), faults());
  }

  @Test
  void a_condition_on_a_later_question_is_named() throws IOException {
    write(
        "_shared/forms/enrol.yaml", ENROL.replace("when: {who: [child]}", "when: {pages: \"2\"}"));

    assertEquals(List.of("表单“enrol”引用的字段“pages”不在前面"), faults());
  }
}
