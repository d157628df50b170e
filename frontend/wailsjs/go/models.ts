export namespace access {
	
	export interface Credentials {
	    login: string;
	    password: string;
	}
	export interface PasswordChange {
	    current: string;
	    next: string;
	}
	export interface Session {
	    userId: string;
	    login: string;
	    name: string;
	    role: string;
	    locked: boolean;
	}
	export interface SessionStatus {
	    signedIn: boolean;
	    session: Session;
	    roleWord: string;
	}
	export interface User {
	    id: string;
	    login: string;
	    name: string;
	    role: string;
	    active: boolean;
	    createdAt: string;
	}
	export interface UserInput {
	    id: string;
	    login: string;
	    name: string;
	    position: string;
	    active: boolean;
	    password: string;
	}

}

export namespace border {
	
	export interface About {
	    version: string;
	    dataFolder: string;
	    preview: boolean;
	}
	export interface Handed {
	    done: boolean;
	    path: string;
	    url: string;
	}

}

export namespace desk {
	
	export interface SampleUser {
	    login: string;
	    roleWord: string;
	    password: string;
	}
	export interface SetUpInput {
	    level: string;
	    name: string;
	    superior: string;
	    place: string;
	    textSize: number;
	    login: string;
	    fullName: string;
	    password: string;
	    repeat: string;
	}
	export interface Status {
	    needsSetUp: boolean;
	    office: units.Office;
	    today: string;
	    hasSample: boolean;
	    folder: string;
	    signIns: SampleUser[];
	}

}

export namespace store {
	
	export interface AuditEntry {
	    id: string;
	    at: string;
	    userId: string;
	    userName: string;
	    action: string;
	    subject: string;
	    detail: string;
	}

}

export namespace units {
	
	export interface Office {
	    level: string;
	    name: string;
	    superior: string;
	    place: string;
	    symbol: string;
	    stateSuperior: string;
	    stateName: string;
	    stateSymbol: string;
	    signAuthority: string;
	    signPosition: string;
	    signName: string;
	    archive: string;
	    unitId: string;
	    orgId: string;
	    textSize: number;
	    sample: boolean;
	}

}

