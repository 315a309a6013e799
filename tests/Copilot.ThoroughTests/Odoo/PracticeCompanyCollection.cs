using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo;

/// <summary>The tools' tests share one practice company: they only read.</summary>
[CollectionDefinition(Name)]
public sealed class PracticeCompanyCollection : ICollectionFixture<PracticeCompany>
{
    public const string Name = "practice company";
}
