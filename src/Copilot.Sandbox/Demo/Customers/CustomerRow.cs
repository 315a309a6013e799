namespace Copilot.Sandbox.Demo.Customers;

/// <summary>One customer before it has records. <paramref name="PaysAfter"/> is days after the due date.</summary>
internal sealed record CustomerRow(
    string Name, string City, string Zip, string Country, string Street, char Class, string Salesperson, string Families, string Warehouse,
    double Weight, double Size, int TermDays, int PaysAfter, int CreditLimit);
