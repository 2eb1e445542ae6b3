// Who sees what: Time, the doors, and pages that are not theirs (ACC 1, ACC 2, ACC 5 to ACC 7).
import { axe, gone, journey, says, see } from "./harness.mjs";

const cases = [
  // viewer, deployment, path, heading, whether Subscription stands in the navigation
  ["admin", "services", "/subscription", "Subscription", true],
  ["team", "services", "/time", "Time", false],
  ["team", "services", "/subscription", "For project collection administrators", false],
  ["administrator", "server", "/subscription", "For project collection administrators", false],
  ["none", "server", "/subscription", "This door is locked", false],
  ["none", "services", "/time", "Nothing here for you yet", false],
  ["unlicensed", "services", "/subscription", "Nothing here for you yet", false],
  ["unknown", "server", "/subscription", "For project collection administrators", false],
];

for (const [viewer, deployment, path, heading, subscription] of cases) {
  journey(`${viewer} on ${deployment} at ${path}: ${heading}`, async ({ open }) => {
    for (const theme of ["light", "dark"]) {
      const page = await open(`#${path}?org=team-monthly&viewer=${viewer}&deployment=${deployment}`, { theme });
      await see(page.getByRole("heading", { level: 1, name: heading }));
      const link = page.getByRole("navigation").getByRole("link", { name: "Subscription" });
      await (subscription ? see(link) : gone(link));
      await axe(page);
    }
  });
}

journey("the locked door names whom to ask", async ({ open }) => {
  const page = await open("#/time?org=team-monthly&viewer=none&deployment=server");
  await says(page.locator("main"), "Ada Muster");
  await see(page.getByRole("button", { name: "Ask for access" }));
});
