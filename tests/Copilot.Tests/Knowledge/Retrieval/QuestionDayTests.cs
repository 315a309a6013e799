using System.Globalization;
using Copilot.Knowledge.Retrieval;
using Xunit;

namespace Copilot.Tests.Knowledge.Retrieval;

public sealed class QuestionDayTests
{
    private static readonly DateOnly Today = new(2026, 6, 15);

    [Theory]
    [InlineData("what was the returns period in March 2024?", "2024-03-31")]
    [InlineData("what held on 12 March 2024", "2024-03-12")]
    [InlineData("what held on March 12, 2024", "2024-03-12")]
    [InlineData("what held on the 2nd of February 2024", "2024-02-02")]
    [InlineData("rules of 2024-02-29", "2024-02-29")]
    [InlineData("rules of 31.12.2023", "2023-12-31")]
    [InlineData("what applied in 2023", "2023-12-31")]
    [InlineData("welche Frist galt im März 2024", "2024-03-31")]
    [InlineData("welche Frist galt am 3. Dezember 2024", "2024-12-03")]
    [InlineData("quel délai en août 2024", "2024-08-31")]
    [InlineData("qué plazo había el 5 de enero de 2025", "2025-01-05")]
    [InlineData("welke termijn in maart 2025", "2025-03-31")]
    [InlineData("quale termine a febbraio 2024", "2024-02-29")]
    [InlineData("what was it in Sept 2024", "2024-09-30")]
    public void A_past_day_is_read(string question, string day)
        => Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), QuestionDay.In(question, Today));

    [Theory]
    [InlineData("what is the returns period")]
    [InlineData("what will hold in March 2027")]
    [InlineData("price list 2024")]
    [InlineData("2024-02-30")]
    [InlineData("99.99.2024")]
    [InlineData("the article 2024")]
    [InlineData("order SO2024-03-1")]
    [InlineData("in 2026")]
    public void Other_questions_name_none(string question)
        => Assert.Null(QuestionDay.In(question, Today));
}
