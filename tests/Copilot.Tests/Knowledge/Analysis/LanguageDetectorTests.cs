using System.Text;
using Copilot.Knowledge.Analysis;
using Xunit;

namespace Copilot.Tests.Knowledge.Analysis;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("de")]
    [InlineData("es")]
    [InlineData("nl")]
    [InlineData("it")]
    public void Nearly_every_sentence_is_told_even_a_short_one(string language)
    {
        var sentences = Sentences.ByLanguage[language];
        var wrong = sentences.Where(s => LanguageDetector.Detect(s) != language).Select(s => $"{LanguageDetector.Detect(s)}: {s}").ToList();

        Assert.True(sentences.Length >= 50);
        Assert.True(wrong.Count <= sentences.Length * 8 / 100, string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public void Of_all_sentences_at_least_96_in_a_hundred_are_told()
    {
        var all = Sentences.ByLanguage.SelectMany(l => l.Value.Select(s => (Language: l.Key, Sentence: s))).ToList();

        Assert.InRange(all.Count(s => LanguageDetector.Detect(s.Sentence) == s.Language), all.Count * 0.96, all.Count);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("de")]
    [InlineData("es")]
    [InlineData("nl")]
    [InlineData("it")]
    public void A_document_is_told_in_spite_of_codes_figures_and_english_names(string language)
    {
        var text = new StringBuilder("# Meridian Industrial Supply\n\n| SKU | EUR | Qty |\n|---|---|---|\n");
        for (var i = 0; i < 40; i++)
        {
            text.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"| GLV-NIT-{i} | {i}.50 | {i * 12} |");
        }

        text.AppendJoin('\n', Sentences.ByLanguage[language].Take(8));

        Assert.Equal(language, LanguageDetector.Detect(text.ToString()));
    }

    [Fact]
    public void Languages_hold_apart_when_only_two_are_asked_about()
    {
        foreach (var (language, sentences) in Sentences.ByLanguage.Where(l => l.Key != "en"))
        {
            Assert.All(Sentences.ByLanguage["en"], s => Assert.Equal("en", LanguageDetector.Detect(s, ["en", language])));
            Assert.InRange(sentences.Count(s => LanguageDetector.Detect(s, ["en", language]) == language), sentences.Length * 92 / 100, sentences.Length);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n\t ")]
    [InlineData("WID-9 GLV-NIT-L 42 000 EUR 17.5%")]
    [InlineData("https://example.com/a/b?c=d")]
    [InlineData("Friedman, M. D. Reeves, R. F. Dijkstra, E. W. Heise, W. Samelson, K.")]
    [InlineData("\ud83d\ude00 \u202e\u0000")]
    public void A_text_that_does_not_tell_is_english(string text) => Assert.Equal("en", LanguageDetector.Detect(text));

    [Theory]
    [InlineData("Возврат товара возможен в течение 30 дней.", "und")]
    [InlineData("Η επιστροφή γίνεται εντός τριάντα ημερών.", "el")]
    [InlineData("يمكن إرجاع البضائع خلال ثلاثين يوما", "ar")]
    [InlineData("ניתן להחזיר את הסחורה תוך שלושים יום", "he")]
    [InlineData("商品可在三十天内退货。", "zh")]
    [InlineData("商品は三十日以内に返品できます。", "ja")]
    [InlineData("상품은 30일 이내에 반품할 수 있습니다.", "ko")]
    [InlineData("O fornecedor não pode devolver as mercadorias sem a autorização da empresa.", "pt")]
    [InlineData("Varorna får inte skickas tillbaka utan att kunden har meddelat oss.", "sv")]
    [InlineData("Varerne må ikke sendes tilbage, når de er blevet åbnet af kunden.", "da")]
    [InlineData("Towar nie może być zwrócony po upływie trzydziestu dni od dostawy.", "pl")]
    public void Other_languages_are_told_by_script_or_words(string text, string language) => Assert.Equal(language, LanguageDetector.Detect(text));

    [Fact]
    public void A_huge_text_is_told_by_its_start()
    {
        var german = string.Join(' ', Sentences.ByLanguage["de"]);
        var text = string.Concat(Enumerable.Repeat(german + " ", 10)) + new string('x', 5_000_000);

        Assert.Equal("de", LanguageDetector.Detect(text));
    }
}
