using static Copilot.Sandbox.Schema.FieldFlags;

namespace Copilot.Sandbox.Schema;

/// <summary>When companies work: schedules of the week, and time off.</summary>
internal static class WorkingTimeModels
{
    public static void Define(ModelCatalog catalog)
    {
        catalog.Model("resource.calendar", "Resource Working Time", "id")
            .Char("name", "Name", Required)
            .Boolean("active", "Active")
            .One("company_id", "Company", "res.company")
            .Char("tz", "Timezone", Required)
            .Lines("attendance_ids", "Working Time", "resource.calendar.attendance", "calendar_id")
            .Lines("leave_ids", "Time Off", "resource.calendar.leaves", "calendar_id")
            .Default("active", true);

        catalog.Model("resource.calendar.attendance", "Work Detail", "dayofweek, hour_from")
            .Char("name", "Name", Required)
            .Selection("dayofweek", "Day of Week", "0:Monday|1:Tuesday|2:Wednesday|3:Thursday|4:Friday|5:Saturday|6:Sunday", Required | Indexed)
            .Float("hour_from", "Work from", Required)
            .Float("hour_to", "Work to", Required)
            .One("calendar_id", "Resource's Calendar", "resource.calendar", Required)
            .Selection("day_period", "Day Period", "morning:Morning|lunch:Break|afternoon:Afternoon", Required);

        catalog.Model("resource.resource", "Resources", "id")
            .Char("name", "Name", Required)
            .Boolean("active", "Active")
            .One("company_id", "Company", "res.company")
            .One("calendar_id", "Working Time", "resource.calendar")
            .Default("active", true);

        catalog.Model("resource.calendar.leaves", "Resource Time Off Detail", "date_from")
            .Char("name", "Reason")
            .One("company_id", "Company", "res.company")
            .One("calendar_id", "Working Hours", "resource.calendar")
            .One("resource_id", "Resource", "resource.resource")
            .Datetime("date_from", "Start Date", Required)
            .Datetime("date_to", "End Date", Required);
    }
}
