// The page that ours is compared with: a list of people as a React developer writes it with Microsoft's own components.
// It has a header, a search box, and a table, but no rules, no journal, and no money.
import "azure-devops-ui/Core/override.css";
import * as React from "react";
import * as ReactDOM from "react-dom";
import { Card } from "azure-devops-ui/Card";
import { ObservableValue } from "azure-devops-ui/Core/Observable";
import { Header, TitleSize } from "azure-devops-ui/Header";
import { Page } from "azure-devops-ui/Page";
import { Pill, PillSize } from "azure-devops-ui/Pill";
import { ColumnFill, SimpleTableCell, Table, TwoLineTableCell, renderSimpleCell } from "azure-devops-ui/Table";
import { TextField } from "azure-devops-ui/TextField";
import { Toggle } from "azure-devops-ui/Toggle";
import { ArrayItemProvider } from "azure-devops-ui/Utilities/Provider";
import { ZeroData } from "azure-devops-ui/ZeroData";
import { people } from "./people.js";

const EVERYBODY = people(Number(new URLSearchParams(location.search).get("people") ?? 10_000));
const column = (id, name, width, renderCell) => ({ id, name, width: new ObservableValue(width), renderCell });
const cell = (index, tableColumn, child) => (
  <SimpleTableCell key={index} columnIndex={index} tableColumn={tableColumn}>
    {child}
  </SimpleTableCell>
);

class Users extends React.Component {
  state = { text: "", found: EVERYBODY };

  columns = [
    column("name", "Name", 320, (row, index, tableColumn, { name, email }) => (
      <TwoLineTableCell
        key={index}
        columnIndex={index}
        tableColumn={tableColumn}
        line1={<span className="text-ellipsis">{name}</span>}
        line2={<span className="secondary-text text-ellipsis">{email}</span>}
      />
    )),
    column("role", "Role", 140, renderSimpleCell),
    column("lastAccess", "Last access", 140, renderSimpleCell),
    column("license", "License", 140, (row, index, tableColumn, { licensed }) =>
      cell(index, tableColumn, <Pill size={PillSize.compact}>{licensed ? "Licensed" : "None"}</Pill>),
    ),
    column("assigned", "Assigned", 120, (row, index, tableColumn, person) =>
      cell(index, tableColumn, <Toggle checked={person.licensed} onChange={(_, licensed) => this.assign(person, licensed)} />),
    ),
    ColumnFill,
  ];

  assign(person, licensed) {
    person.licensed = licensed;
    this.setState(({ found }) => ({ found: found.slice() }));
  }

  search = (_, text) => {
    const wanted = text.trim().toLowerCase();
    this.setState({ text, found: wanted ? EVERYBODY.filter(({ key }) => key.includes(wanted)) : EVERYBODY });
  };

  render() {
    const { text, found } = this.state;
    const table = (
      <Card className="flex-grow bolt-table-card" contentProps={{ contentPadding: false }}>
        <Table ariaLabel="Users" columns={this.columns} itemProvider={new ArrayItemProvider(found)} role="table" showLines />
      </Card>
    );
    return (
      <Page className="flex-grow">
        <Header title="User management" titleSize={TitleSize.Large} />
        <div className="page-content page-content-top flex-column">
          <TextField value={text} onChange={this.search} placeholder="Search users" ariaLabel="Search users" prefixIconProps={{ iconName: "Search" }} />
          <div aria-live="polite" className="secondary-text">{found.length} users</div>
          {found.length ? table : <ZeroData primaryText="No users match" imageAltText="" />}
        </div>
      </Page>
    );
  }
}

const style = { height: "100vh", width: "100%", overflow: "auto", display: "flex" };
ReactDOM.render(<div style={style}><Users /></div>, document.getElementById("root"));
