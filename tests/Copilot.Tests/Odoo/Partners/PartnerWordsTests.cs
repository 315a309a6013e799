using Copilot.Odoo.Partners;
using Xunit;

namespace Copilot.Tests.Odoo.Partners;

public sealed class PartnerWordsTests
{
    [Theory]
    [InlineData("purchasing", "Buyer", true)]
    [InlineData("purchasing", "Leiter Einkauf", true)]
    [InlineData("purchasing", "Responsable des achats", true)]
    [InlineData("purchasing", "Accounts Payable", false)]
    [InlineData("accounting", "Accounts Payable", true)]
    [InlineData("accounting", "Key Account Manager", false)]
    [InlineData("accounting", "Comptabilité fournisseurs", true)]
    [InlineData("logistics", "Versandleiter", true)]
    [InlineData("logistics", "Warehouse Lead", true)]
    [InlineData("sales", "Key Account Manager", true)]
    [InlineData("management", "Geschäftsführerin", true)]
    [InlineData("management", "Office clerk", false)]
    [InlineData("quality", null, false)]
    public void A_job_fits_a_role_in_the_languages_jobs_are_written_in(string role, string? job, bool fits)
        => Assert.Equal(fits, PartnerWords.Fits(role, job));

    [Theory]
    [InlineData("", null, false, "all")]
    [InlineData("", "purchasing", false, "contacts")]
    [InlineData("all", null, false, "all")]
    [InlineData("all,phone", null, false, "phone")]
    [InlineData("phone,contacts", null, false, "contacts")]
    [InlineData("address,delivery_address", null, false, "delivery_address")]
    [InlineData("terms,delivery_address", null, false, "terms,delivery_address")]
    [InlineData("responsible", "purchasing", false, "contacts")]
    [InlineData("responsible", "sales", false, "responsible")]
    [InlineData("responsible", "purchasing", true, "responsible")]
    [InlineData("responsible", "sales", true, "contacts")]
    [InlineData("PHONE", null, false, "phone")]
    [InlineData("shoe_size", null, false, null)]
    public void What_is_meant_follows_from_what_was_said(string said, string? role, bool isSupplier, string? meant)
        => Assert.Equal(meant, PartnerWords.Meant(said.Split(',', StringSplitOptions.RemoveEmptyEntries), role, isSupplier) is { } shows ? string.Join(',', shows) : null);

    [Theory]
    [InlineData("de_DE", "German")]
    [InlineData("sr@latin", "sr@latin")]
    [InlineData("fr_BE", "French")]
    public void Languages_are_called_as_people_call_them(string code, string name) => Assert.Equal(name, PartnerWords.Language(code));
}
